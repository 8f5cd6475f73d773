import { type Actor, type OrgTarget, type Refusal, holds, holdsAbove, isSelfGoverning } from './actor'

/** What the policies look at of a notice. */
export interface NoticeTarget {
  org: OrgTarget
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

/** Work in progress is seen by the organisation's own staff and by the district office above it; never by administrators. */
export const mayReadWork = (actor: Actor, org: OrgTarget): Refusal | null =>
  isWriter(actor, org) || holds(actor, org.code, 'supervisor') || holdsAbove(actor, org, 'district-office')
    ? null
    : 'forbidden'
