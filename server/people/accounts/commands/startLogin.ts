import type { Session } from '@shared/contract/people/auth'
import { type Actor, homeOf } from '@server/platform/access/actor'
import { accountHash, addressHash } from '@server/platform/access/addressHash'
import type { Client } from '@server/platform/access/client'
import { type AuditFacts, writeAudit } from '@server/platform/audit/writeAudit'
import { AppError, unauthorized } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { newId } from '@server/platform/store/collection'
import type { Tx } from '@server/platform/store/db'
import { singleWrites } from '@server/platform/store/transaction'
import { Logins, type LoginRow } from '../models/logins'
import { actorOf, isStaff } from '../queries/actor'
import { issueSession } from './issueSession'

export type NewLogin = Pick<LoginRow, 'userId' | 'channel' | 'device' | 'place' | 'endsAt'>

/** Who sends a request that logs in. */
export interface Sender {
  client: Client
  requestId: string
}

const UNNAMED = '群众'
const NOBODY = '未登录'

/** Returns who logged in: staff by name, of others a keyed hash, so that a login does not name who objects 匿名 next. */
const whoIs = (secret: string, actor: Actor): Pick<AuditFacts, 'actorId' | 'actorName' | 'orgCode'> =>
  isStaff(actor)
    ? {
        actorId: actor.id,
        actorName: actor.name,
        orgCode: homeOf(actor) || ([...actor.roles, ...(actor.withheld ?? [])][0]?.orgCode ?? ''),
      }
    : { actorId: accountHash(secret, actor.id), actorName: UNNAMED, orgCode: '' }

const noteStart = (
  tx: Tx,
  { config }: Services,
  actor: Actor,
  { _id, channel = 'wechat', device = '', place = '', requestId, client }: LoginRow & Sender,
): Promise<void> =>
  writeAudit(tx, tx.now, {
    ...whoIs(config.jwtSecret, actor),
    outcome: 'done',
    action: 'login.start',
    targetId: isStaff(actor) ? _id : '-',
    requestId,
    detail: {
      channel,
      device,
      ...(isStaff(actor) && { place }),
      from: addressHash(config.jwtSecret, client.address),
    },
  })

/** Enters a login that was refused into the operations log; a failure to write does not change the answer. */
async function noteRefusal(
  { db, clock, config, log }: Services,
  channel: NonNullable<LoginRow['channel']>,
  { client: { device, address }, requestId }: Sender,
  code: string,
): Promise<void> {
  const facts: AuditFacts = {
    outcome: 'refused',
    action: 'login.start',
    actorId: '-',
    actorName: NOBODY,
    orgCode: '',
    targetId: '-',
    requestId,
    detail: { channel, device, from: addressHash(config.jwtSecret, address), code },
  }
  try {
    await writeAudit(singleWrites(db), clock.now(), facts)
  } catch (error) {
    log.error({ err: error, requestId }, 'audit of a refused login')
  }
}

/** Runs a login and enters its refusal into the operations log; what is busy or malformed is none. */
export async function notingRefusal<T>(
  services: Services,
  channel: NonNullable<LoginRow['channel']>,
  sender: Sender,
  login: () => Promise<T>,
): Promise<T> {
  try {
    return await login()
  } catch (error) {
    const refused = error instanceof AppError && [401, 403, 409].includes(error.status)
    if (refused) await noteRefusal(services, channel, sender, error.code)
    throw error
  }
}

/**
 * Starts a login of a known person and issues its first tokens. The audit log keeps every login.
 * @throws AppError 401 `session-ended` without such a person
 */
export async function startLogin(
  tx: Tx,
  services: Services,
  made: NewLogin,
  sender: Sender,
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
  await noteStart(tx, services, actor, { ...login, ...sender })
  return issueSession(tx, services.tokens, login._id, actor)
}
