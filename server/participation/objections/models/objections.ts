import type { ObjectionKindFact } from '@shared/facts/participation/objectionRules'
import type { ObjectionLevel } from '../states'
import type { ObjectionState, ObjectionTarget } from '@shared/contract/participation/objection'
import {
  checked,
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  texts,
  whole,
  wholesIfAny,
  yesNo,
} from '@server/platform/store/collection'

/** Objection 异议: the current state; its history is in the events. */
export interface ObjectionRow {
  _id: string
  /** e.g. 2026-V1-0003: gapless for organisation and year. */
  number: string
  orgCode: string
  /** Codes from the root to the organisation, itself included. */
  path: string[]
  noticeId: string
  edition: number
  noticeTitle: string
  target: ObjectionTarget
  /** The target's place, without the content there. */
  place: string
  kind: ObjectionKindFact['code']
  /** Personal numbers are covered before it is stored. */
  text: string | null
  /** Public version of the text: names from the village's roster are covered too. */
  publicText: string | null
  /** Kinds of personal data that were covered. */
  covered: string[]
  anonymous: boolean
  via: 'supervisors' | 'committee'
  userId: string
  /** Name in the roster, else the user's. */
  name: string
  /** Id of the claim to act for an elder; null = for oneself. */
  actsFor: string | null
  elder: string | null
  state: ObjectionState
  /** Counter for compare-and-set; every change adds one. */
  version: number
  level: ObjectionLevel
  /** Organisation that must answer now. */
  handlerCode: string
  /** Whether staff must act. */
  waiting: boolean
  /** First instant after the last day; null when no staff must act. */
  dueAt: Date | null
  dueOn: string | null
  dueWords: string | null
  /** Years that `dueOn` or `replyBy` reached without a holiday table; absent when there are none. */
  assumedYears?: number[]
  /** Until when the notice stays open without a reply of the villager; null before an answer. */
  replyBy: Date | null
  /** Filed after the time for objections. */
  afterTime: boolean
  filedAt: Date
  updatedAt: Date
}

export const Objections = defineCollection<ObjectionRow>({
  name: 'objections',
  recorded: { as: 'objection', org: 'orgCode' },
  shownTo: { field: 'orgCode', in: 'pages' },
  fields: {
    _id: text,
    number: text,
    orgCode: text,
    path: texts,
    noticeId: text,
    edition: whole,
    noticeTitle: text,
    target: checked,
    place: text,
    kind: text,
    text: textOrNull,
    publicText: textOrNull,
    covered: { type: [String], default: [] },
    anonymous: yesNo,
    via: text,
    userId: text,
    name: { type: String, default: '' },
    actsFor: textOrNull,
    elder: textOrNull,
    state: text,
    version: whole,
    level: text,
    handlerCode: text,
    waiting: yesNo,
    dueAt: instantOrNull,
    dueOn: textOrNull,
    dueWords: textOrNull,
    assumedYears: wholesIfAny,
    replyBy: instantOrNull,
    afterTime: yesNo,
    filedAt: instant,
    updatedAt: instant,
  },
  indexes: [
    { fields: { number: 1 }, unique: true },
    { fields: { noticeId: 1, filedAt: 1, _id: 1 } },
    { fields: { userId: 1, filedAt: -1, _id: -1 } },
    { fields: { path: 1, waiting: 1, dueAt: 1, _id: 1 } },
    { fields: { path: 1, waiting: 1, updatedAt: -1, _id: -1 } },
  ],
})

/** Event of an objection 异议办理记录: one immutable row for each change. */
export interface ObjectionEventRow {
  _id: string
  objectionId: string
  orgCode: string
  /** Version of the objection after the change. */
  version: number
  from: ObjectionState | null
  to: ObjectionState
  event: string
  label: string
  by: string
  /** As shown: body and person, or 提出人. */
  byName: string
  /** Body in whose name the answer is given 答复单位; null for the objector. */
  body: string | null
  at: Date
  text: string | null
  /** As on the objection. */
  publicText: string | null
}

export const ObjectionEvents = defineCollection<ObjectionEventRow>({
  name: 'objectionEvents',
  recorded: { as: 'objection', org: 'orgCode' },
  immutable: true,
  fields: {
    _id: text,
    objectionId: text,
    orgCode: text,
    version: whole,
    from: textOrNull,
    to: text,
    event: text,
    label: text,
    by: text,
    byName: { type: String, default: '' },
    body: textOrNull,
    at: instant,
    text: textOrNull,
    publicText: textOrNull,
  },
  indexes: [{ fields: { objectionId: 1, version: 1 }, unique: true }],
})

/** Last number issued; `_id` is `CODE-YEAR`. Raised in the transaction that uses the number, so that there is no gap. */
export interface ObjectionCounterRow {
  _id: string
  last: number
}

export const ObjectionCounters = defineCollection<ObjectionCounterRow>({
  name: 'objectionCounters',
  fields: { _id: text, last: whole },
  indexes: [],
})
