import { definePolicies } from '@server/platform/access/policies'
import { type Actor, type OrgTarget, type Refusal, holdsAbove } from '@server/platform/access/actor'

/** Allows 审计管理员 to read the audit log of their area; no action changes the log. */
export const mayReadAudit = (actor: Actor, org: OrgTarget): Refusal | null =>
  holdsAbove(actor, org, 'audit-admin') ? null : 'forbidden'

/** Policies of the feature's actions. Denies by default: an unlisted action is refused to everyone. */
export const POLICIES = {
  'audit.read': mayReadAudit,
  'audit.export': mayReadAudit,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
