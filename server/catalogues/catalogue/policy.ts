import { definePolicies } from '@server/platform/access/policies'
import {
  type Actor,
  type OrgTarget,
  type Refusal,
  holds,
  holdsAbove,
  isSelfGoverning,
} from '@server/platform/access/actor'

/** A catalogue is compiled by the government body that issues it 目录由街道（镇）编制. */
export const mayImport = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk') ? null : 'forbidden'

/** Whoever imports, and whoever was to put it into force and found it wanting. */
export const mayReopenDraft = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk', 'head') ? null : 'forbidden'

export const mayListVersions = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'street-clerk', 'head') || holdsAbove(actor, org, 'district-office')
    ? null
    : 'forbidden'

/** A draft of a catalogue version, and everyone who imported or altered it. */
export interface DraftTarget {
  org: OrgTarget
  writers: readonly string[]
}

/** A second person of the street puts it into force 两个人办. */
export function mayActivateDraft(actor: Actor, { org, writers }: DraftTarget): Refusal | null {
  if (isSelfGoverning(org) || !holds(actor, org.code, 'street-clerk', 'head')) return 'forbidden'
  return writers.includes(actor.id) ? 'own-import' : null
}

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'catalogue.list': mayListVersions,
  'catalogue.import': mayImport,
  'catalogue.read-draft': mayListVersions,
  'catalogue.mend': mayImport,
  'catalogue.submit': mayImport,
  'catalogue.reopen': mayReopenDraft,
  'catalogue.discard': mayImport,
  'catalogue.activate': mayActivateDraft,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
