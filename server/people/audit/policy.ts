import { type Actor, type OrgTarget, type Refusal, holdsAbove } from '@server/platform/access/actor'

/** 审计管理员 reads what happened in the own area; nobody writes or removes it. */
export const mayReadAudit = (actor: Actor, org: OrgTarget): Refusal | null =>
  holdsAbove(actor, org, 'audit-admin') ? null : 'forbidden'
