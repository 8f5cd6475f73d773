import { definePolicies } from '@server/platform/access/policies'
import type { NoticeState } from '@shared/contract/disclosure/notice'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  guides,
  holds,
  holdsAbove,
  homeOf,
  isSelfGoverning,
  SYSTEM_ID,
} from '@server/platform/access/actor'
import { type NoticeEvent, type NoticeSide, type Standing, transition } from './states'
import { NoticeAbility } from '@shared/contract/disclosure/noticeWorkflow'
import type { NoticeRow } from './models/notices'
import { actingTarget, orgTarget, type OrgRow } from '@server/people/orgs'

/** The fields of a notice that policies read. */
export interface NoticeTarget {
  org: OrgTarget
  state: NoticeState
  /** Authors of the working edition. */
  writers: readonly string[]
  submittedBy: string | null
  signedBy: string | null
}

/**
 * Whether the actor writes for the organisation itself: a village's staff for the village, a street's for the street.
 */
const isWriter = (actor: Actor, org: OrgTarget): boolean =>
  isSelfGoverning(org)
    ? holds(actor, org.code, 'editor', 'head')
    : holds(actor, org.code, 'street-clerk', 'head')

const mayWrite = (actor: Actor, org: OrgTarget): Refusal | null => (isWriter(actor, org) ? null : 'forbidden')

/** A table is taken from staff alone; the form behind the file says for which organisation. */
const maySendTable = (actor: Actor, _anywhere: object): Refusal | null =>
  homeOf(actor) === '' ? 'forbidden' : null

export const mayCreate = mayWrite

export const mayEdit = (actor: Actor, { org }: NoticeTarget): Refusal | null => mayWrite(actor, org)

export const maySubmit = mayEdit

/**
 * Allows sign-off. 组织法 excludes 村民委员会成员 and their staff from the supervising body; at a street a second
 * person signs.
 */
export function maySignOff(actor: Actor, { org, writers, submittedBy }: NoticeTarget): Refusal | null {
  const ownSide = isSelfGoverning(org)
    ? holds(actor, org.code, 'supervisor')
    : holds(actor, org.code, 'street-clerk', 'head')
  if (!ownSide) return 'forbidden'
  if (isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head')) return 'committee-member'
  return submittedBy === actor.id || writers.includes(actor.id) ? 'four-eyes' : null
}

/** Allows the committee to publish what another person has signed off. */
export function mayPublish(actor: Actor, { org, signedBy }: NoticeTarget): Refusal | null {
  if (!isWriter(actor, org)) return 'forbidden'
  return signedBy === actor.id ? 'four-eyes' : null
}

/** Allows only the system: to end the publicity period 公示期满, and what follows from a removal, which has its own policy. */
export const mayEnd: (actor: Actor, target: NoticeTarget) => Refusal | null = actor =>
  actor.id === SYSTEM_ID ? null : 'forbidden'

/** Allows the organisation's own writers to check, record the meeting, begin a correction and archive. */
export const mayTend = mayEdit

/** Allows the organisation's own writers to take back what they submitted, and to give up what they began. */
export const mayTakeBack = mayEdit

/**
 * Allows any writer of the organisation to withdraw a notice: a leak cannot wait for a second person, who confirms it
 * afterwards (server/disclosure/removals).
 */
export const mayWithdraw = mayEdit

/** Allows only the head to confirm a notice 负责人确认. */
export const mayConfirm = (actor: Actor, { org }: NoticeTarget): Refusal | null =>
  holds(actor, org.code, 'head') ? null : 'forbidden'

/** Allows the town to comment and remind, but not to edit or publish for the village. */
export const mayGuide = (actor: Actor, { org, state }: NoticeTarget): Refusal | null =>
  guides(actor, org) && TOWN_SEES.has(state) ? null : 'forbidden'

export const mayOrder = (actor: Actor, { org }: NoticeTarget): Refusal | null =>
  guides(actor, org) ? null : 'forbidden'

/**
 * States in which the town sees a village's notice: from the supervisors' decision on, refusals included, drafts never.
 */
export const TOWN_SEES: ReadonlySet<NoticeState> = new Set([
  'refused',
  'signed',
  'met',
  'scheduled',
  'published',
  'ended',
  'confirmed',
  'archived',
  'ordered',
  'withdrawn',
])

const isInside = (actor: Actor, org: OrgTarget): boolean =>
  isWriter(actor, org) || holds(actor, org.code, 'supervisor') || holdsAbove(actor, org, 'district-office')

/** Notices of an organisation in one state, or in all. */
export interface WorkListTarget {
  org: OrgTarget
  state: NoticeState | null
}

/**
 * Allows unfinished notices to the organisation's own staff and the district office above it, and to the guiding town
 * in the states it sees; never to administrators.
 */
export const mayListWork = (actor: Actor, { org, state }: WorkListTarget): Refusal | null =>
  isInside(actor, org) || (guides(actor, org) && state !== null && TOWN_SEES.has(state)) ? null : 'forbidden'

export const mayReadWork = (actor: Actor, { org, state }: NoticeTarget): Refusal | null =>
  mayListWork(actor, { org, state })

/** What a merged village has published is tended by its successor; what it only began is nobody's. */
export const noticeTarget = (
  { state, liveEdition, writers, submittedBy, signedBy }: NoticeRow,
  org: OrgRow,
): NoticeTarget => ({
  org: liveEdition === null ? orgTarget(org) : actingTarget(org),
  state,
  writers,
  submittedBy,
  signedBy,
})

const sideOf = (org: OrgRow): NoticeSide => (isSelfGoverning(orgTarget(org)) ? 'village' : 'government')

/** Returns the input of the transition table. */
export const standingOf = ({ state, liveEdition, edition }: NoticeRow, org: OrgRow): Standing => ({
  state,
  side: sideOf(org),
  live: liveEdition !== null,
  corrects: edition > 1,
})

/** Returns the action of an ability; both have the same name. */
export const actionOf = (ability: NoticeAbility) => `notice.${ability}` as const

/** Actions of this room. An action that is not listed is refused to everyone. */
export const POLICIES = {
  'workbench.list': mayListWork,
  'workbench.read': mayReadWork,
  'notice.create': mayCreate,
  'privacy.preview': mayCreate,
  'table.send': maySendTable,
  'file.store': mayCreate,
  'file.read': (actor: Actor, org: OrgTarget) => mayListWork(actor, { org, state: null }),
  'notice.edit': mayEdit,
  'notice.check': mayTend,
  'notice.submit': maySubmit,
  'notice.recall': mayTakeBack,
  'notice.discard': mayTakeBack,
  'notice.sign-off': maySignOff,
  'notice.meet': mayTend,
  'notice.schedule': mayPublish,
  'notice.unschedule': mayPublish,
  'notice.publish': mayPublish,
  'notice.end': mayEnd,
  'notice.restore': mayEnd,
  'notice.erase': mayEnd,
  'notice.correct': mayTend,
  'notice.cancel': mayTakeBack,
  'notice.withdraw': mayWithdraw,
  'notice.confirm': mayConfirm,
  'notice.archive': mayTend,
  'notice.order': mayOrder,
  'notice.comment': mayGuide,
  'notice.remind': mayGuide,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)

/** Events of which the state must allow one for an ability; empty: any state. */
const EVENTS: Record<NoticeAbility, readonly NoticeEvent[]> = {
  edit: ['edit'],
  check: ['check'],
  submit: ['submit', 'check'],
  recall: ['recall'],
  'sign-off': ['agree'],
  meet: ['meet'],
  schedule: ['schedule'],
  unschedule: ['unschedule'],
  publish: ['publish'],
  correct: ['correct'],
  cancel: ['cancel'],
  discard: ['discard'],
  withdraw: ['withdraw'],
  confirm: ['confirm'],
  archive: ['archive'],
  order: ['order'],
  comment: [],
  remind: [],
}

function stateAllows(ability: NoticeAbility, notice: NoticeRow, org: OrgRow): boolean {
  const events = EVENTS[ability]
  return events.length === 0 || events.some(event => transition(standingOf(notice, org), event) !== null)
}

/** Returns what role, four-eyes rule and state together allow the actor to do now. */
export const abilitiesOf = (actor: Actor, notice: NoticeRow, org: OrgRow): NoticeAbility[] =>
  NoticeAbility.options.filter(
    ability => stateAllows(ability, notice, org) && can(actor, actionOf(ability), noticeTarget(notice, org)),
  )
