import { type Actor, type OrgTarget, type Refusal, holds, holdsAbove, isSelfGoverning } from './actor'

/** A catalogue is compiled by the government body that issues it 目录由街道（镇）编制. */
export const mayImport = (actor: Actor, org: OrgTarget): Refusal | null =>
  !isSelfGoverning(org) && holds(actor, org.code, 'street-clerk') ? null : 'forbidden'

export const mayListVersions = (actor: Actor, org: OrgTarget): Refusal | null =>
  holds(actor, org.code, 'street-clerk', 'head') || holdsAbove(actor, org, 'district-office')
    ? null
    : 'forbidden'
