import type { ApplicationDoor, ApplicationState } from '@shared/contract/participation/application'
import type { Remedy } from '@shared/contract/participation/applicationPapers'
import type { ApplicationCase, ClockEvent } from '@server/domain/application'
import {
  checked,
  checkedIfAny,
  checkedOrNull,
  defineCollection,
  instant,
  text,
  textIfAny,
  textOrNull,
  texts,
  textsIfAny,
  whole,
  yesNo,
} from '@server/platform/store/collection'

/** Lawyer's opinion 律师审核 over the hash of letter and items. */
interface LawyerReview {
  userId: string
  opinion: 'agree' | 'agree-with-changes' | 'object'
  hash: string
}

/** One delivery 送达 of the reply, with its proof. */
interface Delivery {
  manner: 'direct' | 'post' | 'platform'
  on: string
  proof: string
}

/** Decision on a proposal 转为主动公开: accepted with a last day, or refused with a reason; `address` once it is public. */
export interface Activation {
  itemId: string
  accept: boolean
  reason: string
  catalogueItem: string
  dueOn: string | null
  address: string
  /** Area 领域 of the item; absent: decided before it was asked for. */
  area?: string
  decidedOn?: string
  /** Draft of the item's catalogue; absent: the item was in force. */
  draftId?: string
  /** Item in force that is owed; absent: its draft waits. */
  itemKey?: string
}

/** Application 依申请公开: the current state; its history is in the events. Nothing here says who applies. */
export interface ApplicationRow {
  _id: string
  /** e.g. 2026-ST1-0003: gapless for body and year, never used twice. */
  number: string
  orgCode: string
  door: ApplicationDoor
  state: ApplicationState
  /** Counter for compare-and-set; every change adds one. */
  version: number
  /** Column of table 三. */
  applicantKind: string
  /** 张*. */
  applicant: string
  /** Keyed hash of the person. */
  personHash: string
  /** Account of the applicant; null: another door, or the account is closed. */
  userId: string | null
  form: string
  way: string
  landOrHouse: boolean
  /** Number of an earlier application of the same person for the same. */
  same: string | null
  items: ApplicationCase['items']
  /** Normal form of what is asked, for duplicates. */
  asked: string
  letter: string
  remedy: string
  lateReason: string
  headReason: string
  handlerId: string | null
  signerId: string | null
  lawyer: LawyerReview | null
  deliveries: Delivery[]
  /** Reviews and suits against the reply; absent: none. */
  remedies?: Remedy[]
  /** Normal form of each item, in their order; absent: received before it was kept. */
  itemKeys?: string[]
  /** Decisions to make an item active; absent: none. */
  activations?: Activation[]
  /** Number of the case that this one answers again 责令重新答复; absent: an application of its own. */
  redoOf?: string
  receivedOn: string | null
  dueOn: string | null
  dueWords: string
  /** Sort key of the desk: the last day, or the alarm of an unconfirmed letter; stopped clocks last. */
  sortOn: string
  open: boolean
  createdAt: Date
  updatedAt: Date
}

export const Applications = defineCollection<ApplicationRow>({
  name: 'applications',
  fields: {
    _id: text,
    number: text,
    orgCode: text,
    door: text,
    state: text,
    version: whole,
    applicantKind: text,
    applicant: text,
    personHash: text,
    userId: textOrNull,
    form: text,
    way: text,
    landOrHouse: yesNo,
    same: textOrNull,
    items: checked,
    asked: text,
    letter: { type: String, default: '' },
    remedy: { type: String, default: '' },
    lateReason: { type: String, default: '' },
    headReason: { type: String, default: '' },
    handlerId: textOrNull,
    signerId: textOrNull,
    lawyer: checkedOrNull,
    deliveries: checked,
    remedies: checkedIfAny,
    redoOf: textIfAny,
    itemKeys: textsIfAny,
    activations: checkedIfAny,
    receivedOn: textOrNull,
    dueOn: textOrNull,
    dueWords: { type: String, default: '' },
    sortOn: text,
    open: yesNo,
    createdAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { number: 1 }, unique: true },
    { fields: { userId: 1, createdAt: -1, _id: -1 } },
    { fields: { orgCode: 1, open: 1, sortOn: 1, _id: 1 } },
    { fields: { orgCode: 1, open: 1, updatedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, personHash: 1 } },
    { fields: { orgCode: 1, itemKeys: 1 } },
  ],
})

/** Event of an application 办理记录: one immutable row for each change. */
export interface ApplicationEventRow {
  _id: string
  applicationId: string
  version: number
  step: string
  label: string
  /** Events of the clock that the step brought. */
  clock: ClockEvent[]
  /** Account; `applicant` for the applicant, whose account is never here. */
  by: string
  note: string
  /** The applicant sees it. */
  shown: boolean
  at: Date
}

export const ApplicationEvents = defineCollection<ApplicationEventRow>({
  name: 'applicationEvents',
  immutable: true,
  fields: {
    _id: text,
    applicationId: text,
    version: whole,
    step: text,
    label: text,
    clock: checked,
    by: text,
    note: { type: String, default: '' },
    shown: yesNo,
    at: instant,
  },
  indexes: [{ fields: { applicationId: 1, version: 1 }, unique: true }],
})

/** Sealed identity of one application; the row goes when it is erased. */
export interface ApplicantVaultRow {
  /** Id of the application. */
  _id: string
  key: string
  sealed: string
}

export const ApplicantVaults = defineCollection<ApplicantVaultRow>({
  name: 'applicantVaults',
  removable: true,
  fields: { _id: text, key: text, sealed: text },
  indexes: [],
})

/** Last number issued; `_id` is `CODE-YEAR`. Raised in the transaction that uses the number. */
interface ApplicationCounterRow {
  _id: string
  last: number
}

export const ApplicationCounters = defineCollection<ApplicationCounterRow>({
  name: 'applicationCounters',
  fields: { _id: text, last: whole },
  indexes: [],
})

/** What a body set for its letters; `_id` is its code. */
export interface ApplicationDeskRow {
  _id: string
  reviewBody: string
  court: string
  searchPlaces: string[]
}

export const ApplicationDesks = defineCollection<ApplicationDeskRow>({
  name: 'applicationDesks',
  fields: {
    _id: text,
    reviewBody: { type: String, default: '' },
    court: { type: String, default: '' },
    searchPlaces: texts,
  },
  indexes: [],
})
