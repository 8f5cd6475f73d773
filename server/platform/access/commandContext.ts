import type { Actor } from './actor'
import type { Services } from '../services'
import { writeAudit } from '../audit/writeAudit'
import type { AuditRow } from '../audit/auditEntries'

/** Who does something, by which request: what every command on behalf of a person is given. */
export interface CommandContext {
  services: Services
  actor: Actor
  requestId: string
}

/** A deed that needs nothing but the store: also what the command line does. */
export type TransactionContext = Omit<CommandContext, 'services'> & {
  services: Pick<Services, 'db' | 'clock'>
}

/** Writes who did what into the audit log; belongs into the transaction of the deed itself. */
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
