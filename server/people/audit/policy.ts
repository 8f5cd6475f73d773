import { definePolicies } from '@server/platform/access/policies'
import { type Actor, type OrgTarget, type Refusal, holdsAbove } from '@server/platform/access/actor'

/** 审计管理员 reads what happened in the own area; nobody writes or removes it. */
export const mayReadAudit = (actor: Actor, org: OrgTarget): Refusal | null =>
  holdsAbove(actor, org, 'audit-admin') ? null : 'forbidden'

/** The actions of this room. Deny by default: an action that is not listed is refused to everyone. */
export const POLICIES = {
  'audit.read': mayReadAudit,
  'audit.export': mayReadAudit,
} as const

export type Action = keyof typeof POLICIES

export const { authorize, can, refusalOf } = definePolicies(POLICIES)
