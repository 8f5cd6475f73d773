import type { Tx } from '@server/platform/store/db'
import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import type { Session } from '@shared/contract/people/auth'
import type { AnswerIdentity } from '@shared/contract/people/webLogin'
import { notingRefusal, type Sender, startLogin } from '@server/people/accounts'
import { homeOf } from '@server/platform/access/actor'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict, forbidden } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { newId } from '@server/platform/store/collection'
import { inTransaction } from '@server/platform/store/transaction'
import { IdentityLinks, type IdentityLinkRow } from '../models/identityLinks'
import { endVisit } from './identityFlow'

const LONGEST_MS = ACCOUNT_SECURITY.web.hours * 3_600_000

/**
 * Logs in the person whose account is linked with the identity. An identity without a link is nobody here, whatever its name.
 * @throws AppError 403 `identity-not-linked`, others as endVisit
 */
export const loginByIdentity = (
  services: Services,
  answer: AnswerIdentity,
  sender: Sender,
): Promise<Session> =>
  notingRefusal(services, 'unified', sender, async () => {
    const { issuer, subject } = await endVisit(services, null, answer)
    const { device, place } = sender.client
    return inTransaction(services, async tx => {
      const link = await tx.of(IdentityLinks).findOne({ issuer, subject }).lean<IdentityLinkRow>().exec()
      if (!link) throw forbidden('identity-not-linked')
      const endsAt = new Date(tx.now.getTime() + LONGEST_MS)
      const login = { userId: link.userId, channel: 'unified', device, place, endsAt } as const
      return startLogin(tx, services, login, sender)
    })
  })

/**
 * Links the logged-in person's account with the identity that the browser came back with.
 * @throws AppError 409 `identity-taken`, `identity-linked`, others as endVisit
 */
export async function linkIdentity(
  services: Services,
  by: Authorised<'webLogin.link'>,
  answer: AnswerIdentity,
): Promise<void> {
  const { issuer, subject } = await endVisit(services, by.actor.id, answer)
  const userId = by.actor.id
  await inTransaction(services, async tx => {
    if (await tx.of(IdentityLinks).exists({ issuer, subject })) throw conflict('identity-taken')
    if (await tx.of(IdentityLinks).exists({ userId })) throw conflict('identity-linked')
    const _id = newId('idl')
    await tx.of(IdentityLinks).create([{ _id, issuer, subject, userId, linkedAt: tx.now }])
    await audit(tx, by, { orgCode: homeOf(by.actor), id: _id })
  })
}

/** Removes the link of the own account. Without one nothing changes. */
export const unlinkIdentity = (services: Services, by: Authorised<'webLogin.unlink'>): Promise<void> =>
  inTransaction(services, async tx => {
    const link = await tx.of(IdentityLinks).findOne({ userId: by.actor.id }).lean<IdentityLinkRow>().exec()
    if (!link) return
    await tx.of(IdentityLinks).deleteOne({ _id: link._id })
    await audit(tx, by, { orgCode: homeOf(by.actor), id: link._id })
  })

/** Removes the link of a closed account. */
export async function dropIdentityLink(tx: Tx, { userId }: { userId: string }): Promise<void> {
  await tx.of(IdentityLinks).deleteMany({ userId })
}
