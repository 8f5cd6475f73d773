import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  guides,
  holds,
  holdsAbove,
  isSelfGoverning,
  refusedUnless,
} from '@server/platform/access/actor'

/** Allows the government body that issues the catalogue 目录由街道（镇）编制. */
export const mayImport = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk') ? null : 'forbidden'

/** Allows who imports the street's catalogue, and a village's own staff the draft of its own list 村民自治. */
export const mayChangeDraft = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) ? refusedUnless(holds(actor, org.code, 'editor', 'head')) : mayImport(actor, org)

/** Allows those who import, and the head who would activate it. */
export const mayReopenDraft = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk', 'head') ? null : 'forbidden'

export const mayListVersions = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'street-clerk', 'head') || holdsAbove(actor, org, 'district-office')
    ? null
    : 'forbidden'

/** Allows the organisation's staff, and for a village the street that guides it and the district office. */
export const mayReadDraft = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org)
    ? refusedUnless(
        holds(actor, org.code, 'editor', 'head', 'supervisor') ||
          guides(actor, org) ||
          holdsAbove(actor, org, 'district-office'),
      )
    : mayListVersions(actor, org)

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
  'catalogueDraft.import': mayChangeDraft,
  'catalogueDraft.read': mayReadDraft,
  'catalogueDraft.update': mayChangeDraft,
  'catalogueDraft.submit': mayImport,
  'catalogueDraft.reopen': mayReopenDraft,
  'catalogueDraft.discard': mayChangeDraft,
  'catalogueDraft.activate': mayActivateDraft,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
