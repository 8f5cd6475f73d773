import { type AuditRow, newId } from '../models'
import type { Action, Actor } from '../policies'
import type { Services } from '../services'

/** Who does something, by which request: what every command on behalf of a person is given. */
export interface Deed {
  services: Services
  actor: Actor
  requestId: string
}

/** Writes who did what into the audit log; belongs into the transaction of the deed itself. */
export async function audit(
  { services, actor, requestId }: Deed,
  action: Action,
  target: { orgCode: string; id: string },
  detail: AuditRow['detail'] = null,
): Promise<void> {
  const { models, clock } = services
  await models.auditEntries.create([
    {
      _id: newId('aud'),
      at: clock.now(),
      actorId: actor.id,
      actorName: actor.name,
      action,
      orgCode: target.orgCode,
      targetId: target.id,
      requestId,
      detail,
    },
  ])
}
