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
import { orgTarget, type OrgRow } from '@server/people/orgs'

/** A notice that somebody wants to object to. */
export interface FilingTarget {
  /** Villages and communities whose people it concerns. */
  concerned: readonly string[]
  /** Village of the elder for whom the actor is confirmed to act; null: for oneself. */
  elderOf: string | null
}

/** What the policies look at of an objection. */
export interface ObjectionView {
  /** Whose notice it is. */
  org: OrgTarget
  /** Who answers now. */
  handler: OrgTarget
  level: ObjectionLevel
  via: 'supervisors' | 'committee'
  /** The objector. */
  userId: string
  /** Everyone who wrote the notice. */
  writers: readonly string[]
}

/** Verified people of the village, for themselves or for an elder. */
export function mayObject(actor: Actor, { concerned, elderOf }: FilingTarget): Refusal | null {
  const own = (code: string) => concerned.includes(code)
  const may = elderOf === null ? concerned.some(code => holds(actor, code, 'villager')) : own(elderOf)
  return may ? null : 'not-resident'
}

const STAFF = ['editor', 'head', 'supervisor', 'street-clerk', 'district-office'] as const

/** The organisation's own staff and the government above see what is asked; late answers show there too. */
export const mayListObjections = (actor: Actor, org: OrgTarget): Refusal | null =>
  holdsAbove(actor, org, ...STAFF) ? null : 'forbidden'

export const mayReadObjection = (actor: Actor, { org, userId }: ObjectionView): Refusal | null =>
  actor.id === userId ? null : mayListObjections(actor, org)

/** The committee answers; the supervisors may when it came through them. */
function answersFor(actor: Actor, { org, handler, level, via }: ObjectionView): boolean {
  if (level === 'county') return holdsAbove(actor, handler, 'district-office')
  if (level === 'town' || !isSelfGoverning(org)) return holds(actor, handler.code, 'street-clerk', 'head')
  return (
    holds(actor, org.code, 'editor', 'head') ||
    (via === 'supervisors' && holds(actor, org.code, 'supervisor'))
  )
}

/** Nobody answers what they asked themselves, nor for a notice that they alone wrote. */
export function mayAnswer(actor: Actor, view: ObjectionView): Refusal | null {
  if (!answersFor(actor, view)) return 'forbidden'
  const { userId, writers, level } = view
  const alone = level === 'own' && writers.length === 1 && writers[0] === actor.id
  return actor.id === userId || alone ? 'own-matter' : null
}

/** What the text check held is looked at by the supervising body; at a street by the street. */
export function mayReviewText(actor: Actor, { org, userId }: ObjectionView): Refusal | null {
  const isBody = isSelfGoverning(org)
    ? holds(actor, org.code, 'supervisor')
    : holds(actor, org.code, 'street-clerk', 'head')
  if (!isBody) return 'forbidden'
  if (isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head')) return 'committee-member'
  return actor.id === userId ? 'own-matter' : null
}

/** Only the objector says what becomes of it. */
export const isObjector = (actor: Actor, { userId }: ObjectionView): Refusal | null =>
  actor.id === userId ? null : 'forbidden'

interface ObjectionParts {
  objection: ObjectionRow
  org: OrgRow
  handler: OrgRow
  writers: readonly string[]
}

export const objectionView = ({ objection, org, handler, writers }: ObjectionParts): ObjectionView => ({
  org: orgTarget(org),
  handler: orgTarget(handler),
  level: objection.level,
  via: objection.via,
  userId: objection.userId,
  writers,
})

/** In whose name a member of staff speaks 答复单位: the committee, its supervising body, else the organisation that answers. */
export function bodyOf(actor: Actor, { objection, org, handler }: ObjectionParts): string {
  if (objection.level !== 'own' || !isSelfGoverning(orgTarget(org))) return handler.name
  const committee = org.kind === 'village' ? '村委会' : '居委会'
  return holds(actor, org._id, 'editor', 'head') ? committee : (org.supervisorName ?? '监督机构')
}

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
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
