import { definePolicies } from '@server/platform/access/policies'
import type { ObjectionLevel } from './states'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  holdsAbove,
  isSelfGoverning,
} from '@server/platform/access/actor'
import type { ObjectionRow } from './models/objections'
import { actingTarget, type OrgRow } from '@server/people/orgs'

/** Notice against which an objection is filed. */
export interface FilingTarget {
  /** Villages and communities whose people it concerns. */
  concerned: readonly string[]
  /** Village of the elder for whom the actor has a confirmed claim; null = for oneself. */
  elderOf: string | null
}

/** Fields of an objection that the policies read. */
export interface ObjectionView {
  /** Organisation of the notice, or its successor. */
  org: OrgTarget
  /** Organisation that must answer now. */
  handler: OrgTarget
  level: ObjectionLevel
  via: 'supervisors' | 'committee'
  /** The objector. */
  userId: string
  /** Ids of everyone who wrote the notice. */
  writers: readonly string[]
}

/** Allows verified people of a concerned village, for themselves or for an elder. */
export function mayObject(actor: Actor, { concerned, elderOf }: FilingTarget): Refusal | null {
  const own = (code: string) => concerned.includes(code)
  const may = elderOf === null ? concerned.some(code => holds(actor, code, 'villager')) : own(elderOf)
  return may ? null : 'not-resident'
}

const STAFF = ['editor', 'head', 'supervisor', 'street-clerk', 'district-office'] as const

/** Allows the organisation's own staff and the government above, who also see late answers. */
export const mayListObjections = (actor: Actor, org: OrgTarget): Refusal | null =>
  holdsAbove(actor, org, ...STAFF) ? null : 'forbidden'

export const mayReadObjection = (actor: Actor, { org, userId }: ObjectionView): Refusal | null =>
  actor.id === userId ? null : mayListObjections(actor, org)

/**
 * Checks whether the actor answers at this level: at the village the committee, or the supervisors for an objection filed
 * through them.
 */
function answersFor(actor: Actor, { org, handler, level, via }: ObjectionView): boolean {
  if (level === 'county') return holdsAbove(actor, handler, 'district-office')
  if (level === 'town' || !isSelfGoverning(org)) return holds(actor, handler.code, 'street-clerk', 'head')
  return (
    holds(actor, org.code, 'editor', 'head') ||
    (via === 'supervisors' && holds(actor, org.code, 'supervisor'))
  )
}

/** Allows answering, except one's own objection or, at the own level, a notice one wrote alone. */
export function mayAnswer(actor: Actor, view: ObjectionView): Refusal | null {
  if (!answersFor(actor, view)) return 'forbidden'
  const { userId, writers, level } = view
  const alone = level === 'own' && writers.length === 1 && writers[0] === actor.id
  return actor.id === userId || alone ? 'own-matter' : null
}

/** Allows the supervising body to review text that the check held; for a street's notice its own staff. */
export function mayReviewText(actor: Actor, { org, userId }: ObjectionView): Refusal | null {
  const isBody = isSelfGoverning(org)
    ? holds(actor, org.code, 'supervisor')
    : holds(actor, org.code, 'street-clerk', 'head')
  if (!isBody) return 'forbidden'
  if (isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head')) return 'committee-member'
  return actor.id === userId ? 'own-matter' : null
}

/** Allows only the objector. */
export const isObjector = (actor: Actor, { userId }: ObjectionView): Refusal | null =>
  actor.id === userId ? null : 'forbidden'

interface ObjectionParts {
  objection: ObjectionRow
  org: OrgRow
  handler: OrgRow
  writers: readonly string[]
}

export const objectionView = ({ objection, org, handler, writers }: ObjectionParts): ObjectionView => ({
  org: actingTarget(org),
  handler: actingTarget(handler),
  level: objection.level,
  via: objection.via,
  userId: objection.userId,
  writers,
})

/** Returns the body in whose name staff act 答复单位: the committee, its supervising body, else the organisation that must answer. */
export function bodyOf(actor: Actor, { objection, org, handler }: ObjectionParts): string {
  if (objection.level !== 'own' || !isSelfGoverning(actingTarget(org))) return handler.name
  const committee = org.kind === 'village' ? '村委会' : '居委会'
  return holds(actor, actingTarget(org).code, 'editor', 'head')
    ? committee
    : (org.supervisorName ?? '监督机构')
}

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'objection.file': mayObject,
  'objection.list': mayListObjections,
  'objection.read': mayReadObjection,
  'objection.answer': mayAnswer,
  'objection.release': mayReviewText,
  'objection.refuse': mayReviewText,
  'objection.settle': isObjector,
  'objection.escalate': isObjector,
  'objection.withdraw': isObjector,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
