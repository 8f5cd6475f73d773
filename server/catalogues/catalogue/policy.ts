import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  holdsAbove,
  isSelfGoverning,
} from '@server/platform/access/actor'

/** Allows the government body that issues the catalogue 目录由街道（镇）编制. */
export const mayImport = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk') ? null : 'forbidden'

/** Allows those who import, and the head who would activate it. */
export const mayReopenDraft = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk', 'head') ? null : 'forbidden'

export const mayListVersions = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'street-clerk', 'head') || holdsAbove(actor, org, 'district-office')
    ? null
    : 'forbidden'

/** Draft of a catalogue version, with everyone who imported or changed it. */
export interface DraftTarget {
  org: OrgTarget
  writers: readonly string[]
}

/** Allows activation by a second person of the street 两个人办. */
export function mayActivateDraft(actor: Actor, { org, writers }: DraftTarget): Refusal | null {
  if (isSelfGoverning(org) || !holds(actor, org.code, 'street-clerk', 'head')) return 'forbidden'
  return writers.includes(actor.id) ? 'own-import' : null
}

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'catalogue.list': mayListVersions,
  'catalogueDraft.import': mayImport,
  'catalogueDraft.read': mayListVersions,
  'catalogueDraft.update': mayImport,
  'catalogueDraft.submit': mayImport,
  'catalogueDraft.reopen': mayReopenDraft,
  'catalogueDraft.discard': mayImport,
  'catalogueDraft.activate': mayActivateDraft,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
