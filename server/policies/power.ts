import { type Actor, type OrgTarget, type Refusal, holds, isSelfGoverning } from './actor'

/** The list is the village's own 村民自治: its committee enters what its meeting adopted. */
export const mayKeepPowers = (actor: Actor, org: OrgTarget): Refusal | null =>
  isSelfGoverning(org) && holds(actor, org.code, 'editor', 'head') ? null : 'forbidden'
