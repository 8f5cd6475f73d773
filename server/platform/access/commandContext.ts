import type { Actor } from './actor'
import type { Services } from '../services'
import { writeAudit } from '../audit/writeAudit'
import type { AuditRow } from '../audit/auditEntries'

/** The context of every command on behalf of a person: actor, request and services. */
export interface CommandContext {
  services: Services
  actor: Actor
  requestId: string
}

/** The context of a command that needs the store only; the command line uses it too. */
export type TransactionContext = Omit<CommandContext, 'services'> & {
  services: Pick<Services, 'db' | 'clock'>
}

/** Writes an audit entry 操作日志; call it inside the command's transaction. */
export const audit = (
  { services, actor, requestId }: TransactionContext,
  action: string,
  target: { orgCode: string; id: string },
  detail: AuditRow['detail'] = null,
): Promise<void> =>
  writeAudit(services, {
    outcome: 'done',
    actorId: actor.id,
    actorName: actor.name,
    action,
    orgCode: target.orgCode,
    targetId: target.id,
    requestId,
    detail,
  })
