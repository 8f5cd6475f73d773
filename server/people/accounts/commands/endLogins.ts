import { trusted } from 'mongoose'
import { homeOf } from '@server/platform/access/actor'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { notFound } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import type { Tx } from '@server/platform/store/db'
import { inTransaction } from '@server/platform/store/transaction'
import { Logins } from '../models/logins'
import { Sessions } from '../models/sessions'
import { refreshHash } from '@server/platform/access/tokens'

/** Ends a login with its access tokens and all its refresh tokens. */
export const endLogin = (services: Services, login: string): Promise<void> =>
  inTransaction(services, async tx => {
    const at = tx.now
    await tx.of(Sessions).updateMany({ family: login, revokedAt: null }, { revokedAt: at })
    await tx.of(Logins).updateOne({ _id: login, endedAt: null }, { endedAt: at })
  })

/** Logs out: ends the login that this refresh token belongs to. Ignores an unknown token. */
export async function endSession(services: Services, refreshToken: string): Promise<void> {
  const tokenHash = refreshHash(refreshToken)
  const row = await services.db.of(Sessions).findOne({ tokenHash }, { family: 1 }).lean()
  if (row) await endLogin(services, row.family)
}

type By = Authorised<'login.end'>

async function end(tx: Tx, by: By, logins: string[]): Promise<void> {
  const orgCode = homeOf(by.actor) || (by.actor.roles[0]?.orgCode ?? '')
  const of = trusted({ $in: logins })
  await tx.of(Sessions).updateMany({ family: of, revokedAt: null }, { revokedAt: tx.now })
  await tx.of(Logins).updateMany({ _id: of, endedAt: null }, { endedAt: tx.now })
  for (const id of logins) await audit(tx, by, { orgCode, id })
}

/** Ends one login of the person with its tokens. @throws AppError 404 for one that is not theirs or has ended */
export const endOwnLogin = (services: Services, by: By, id: string): Promise<void> =>
  inTransaction(services, async tx => {
    const row = await tx
      .of(Logins)
      .findOne({ _id: id, userId: by.actor.id, endedAt: null }, { _id: 1 })
      .lean()
    if (!row) throw notFound('login-not-found')
    await end(tx, by, [id])
  })

/** Ends every login of the person but the one that asks. */
export const endOtherLogins = (services: Services, by: By): Promise<void> =>
  inTransaction(services, async tx => {
    const rows = await tx
      .of(Logins)
      .find({ userId: by.actor.id, endedAt: null, _id: trusted({ $ne: by.actor.login }) }, { _id: 1 })
      .lean()
    await end(
      tx,
      by,
      rows.map(({ _id }) => _id),
    )
  })
