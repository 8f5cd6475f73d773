import { definePolicies } from '@server/platform/access/policies'
import type { NoticeState } from '@shared/contract/disclosure/notice'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  guides,
  holds,
  holdsAbove,
  isSelfGoverning,
  SYSTEM_ID,
} from '@server/platform/access/actor'
import type { NoticeSide, Standing } from './states'
import type { NoticeAbility } from '@shared/contract/disclosure/noticeWorkflow'
import type { NoticeRow } from './models/notices'
import { orgTarget, type OrgRow } from '@server/people/orgs'

/** What the policies look at of a notice. */
export interface NoticeTarget {
  org: OrgTarget
  state: NoticeState
  /** Everyone who wrote the working edition. */
  writers: readonly string[]
  submittedBy: string | null
  signedBy: string | null
}

/** The village writes for the village, the street for the street; nobody writes for another organisation. */
const isWriter = (actor: Actor, org: OrgTarget): boolean =>
  isSelfGoverning(org)
    ? holds(actor, org.code, 'editor', 'head')
    : holds(actor, org.code, 'street-clerk', 'head')

const mayWrite = (actor: Actor, org: OrgTarget): Refusal | null => (isWriter(actor, org) ? null : 'forbidden')

export const mayCreate = mayWrite

export const mayEdit = (actor: Actor, { org }: NoticeTarget): Refusal | null => mayWrite(actor, org)

export const maySubmit = mayEdit

/** 组织法: 村民委员会成员 and their staff are excluded from the supervising body; a street signs by a second person. */
export function maySignOff(actor: Actor, { org, writers, submittedBy }: NoticeTarget): Refusal | null {
  const ownSide = isSelfGoverning(org)
    ? holds(actor, org.code, 'supervisor')
    : holds(actor, org.code, 'street-clerk', 'head')
  if (!ownSide) return 'forbidden'
  if (isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head')) return 'committee-member'
  return submittedBy === actor.id || writers.includes(actor.id) ? 'four-eyes' : null
}

/** The committee publishes what another person has signed. */
export function mayPublish(actor: Actor, { org, signedBy }: NoticeTarget): Refusal | null {
  if (!isWriter(actor, org)) return 'forbidden'
  return signedBy === actor.id ? 'four-eyes' : null
}

/** Erasing words by law is the head's own decision: a content right, which no administrator holds. */
export const mayErase = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'head') ? null : 'forbidden'

/** 公示期满 comes by itself: no person ends a period. */
export const mayEnd: (actor: Actor, target: NoticeTarget) => Refusal | null = actor =>
  actor.id === SYSTEM_ID ? null : 'forbidden'

/** Of one's own: check, record the meeting, begin a correction, archive. */
export const mayTend = mayEdit

/** A withdrawal cannot wait for a second person: whoever writes for the village may take a leak off the page. */
export const mayWithdraw = mayEdit

/** The head answers for it that the notice stands 负责人确认. */
export const mayConfirm = (actor: Actor, { org }: NoticeTarget): Refusal | null =>
  holds(actor, org.code, 'head') ? null : 'forbidden'

/** The town comments, reminds and orders corrections; it never edits or publishes for the village. */
export const mayGuide = (actor: Actor, { org, state }: NoticeTarget): Refusal | null =>
  guides(actor, org) && TOWN_SEES.has(state) ? null : 'forbidden'

export const mayOrder = (actor: Actor, { org }: NoticeTarget): Refusal | null =>
  guides(actor, org) ? null : 'forbidden'

/** What the town sees of a village: whatever the supervisors have spoken on, refusals included; never drafts. */
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

/** Work in progress is seen by the organisation's own staff and by the district office above it; never by administrators. */
export const mayListWork = (actor: Actor, { org, state }: WorkListTarget): Refusal | null =>
  isInside(actor, org) || (guides(actor, org) && state !== null && TOWN_SEES.has(state)) ? null : 'forbidden'

export const mayReadWork = (actor: Actor, { org, state }: NoticeTarget): Refusal | null =>
  mayListWork(actor, { org, state })

export const noticeTarget = (
  { state, writers, submittedBy, signedBy }: NoticeRow,
  org: OrgRow,
): NoticeTarget => ({ org: orgTarget(org), state, writers, submittedBy, signedBy })

const sideOf = (org: OrgRow): NoticeSide => (isSelfGoverning(orgTarget(org)) ? 'village' : 'government')

/** What the transition table looks at. */
export const standingOf = ({ state, liveEdition }: NoticeRow, org: OrgRow): Standing => ({
  state,
  side: sideOf(org),
  live: liveEdition !== null,
})

/** The action behind an ability: named alike. */
export const actionOf = (ability: NoticeAbility) => `notice.${ability}` as const

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'work.list': mayListWork,
  'work.read': mayReadWork,
  'notice.create': mayCreate,
  'privacy.preview': mayCreate,
  'file.store': mayCreate,
  'file.read': (actor: Actor, org: OrgTarget) => mayListWork(actor, { org, state: null }),
  'notice.edit': mayEdit,
  'notice.check': mayTend,
  'notice.submit': maySubmit,
  'notice.sign-off': maySignOff,
  'notice.meet': mayTend,
  'notice.schedule': mayPublish,
  'notice.unschedule': mayPublish,
  'notice.publish': mayPublish,
  'ledger.erase': mayErase,
  'notice.end': mayEnd,
  'notice.correct': mayTend,
  'notice.withdraw': mayWithdraw,
  'notice.confirm': mayConfirm,
  'notice.archive': mayTend,
  'notice.order': mayOrder,
  'notice.comment': mayGuide,
  'notice.remind': mayGuide,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
