import type { Session } from '@shared/contract/people/auth'
import { type Actor, homeOf } from '@server/platform/access/actor'
import { writeAudit } from '@server/platform/audit/writeAudit'
import { unauthorized } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { Logins, type LoginRow } from '../models/logins'
import { actorOf, isStaff } from '../queries/actor'
import { issueSession } from './issueSession'

export type NewLogin = Pick<LoginRow, 'userId' | 'channel' | 'device' | 'place' | 'endsAt'>

async function noteStart(
  tx: Tx,
  actor: Actor,
  { _id, channel = 'wechat', device = '', place = '', requestId }: LoginRow & { requestId: string },
): Promise<void> {
  await writeAudit(tx, tx.now, {
    outcome: 'done',
    actorId: actor.id,
    actorName: actor.name,
    action: 'login.start',
    orgCode: homeOf(actor) || (actor.roles[0]?.orgCode ?? ''),
    targetId: _id,
    requestId,
    detail: { channel, device, place },
  })
}

/**
 * Starts a login of a known person and issues its first tokens. The audit log keeps web logins and those of staff.
 * @throws AppError 401 `session-ended` without such a person
 */
export async function startLogin(
  tx: Tx,
  services: Services,
  made: NewLogin,
  requestId: string,
): Promise<Session> {
  const login = {
    ...made,
    _id: newId('fam'),
    createdAt: tx.now,
    lastSeenAt: tx.now,
    secondFactorAt: null,
    endedAt: null,
  }
  const actor = await actorOf({ ...services, db: tx }, login)
  if (!actor) throw unauthorized('session-ended')
  await tx.of(Logins).create([login])
  if (made.channel !== 'wechat' || isStaff(actor)) await noteStart(tx, actor, { ...login, requestId })
  return issueSession(tx, services.tokens, login._id, actor)
}
