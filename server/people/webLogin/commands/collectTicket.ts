import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import type { CollectTicket, CollectedTicket } from '@shared/contract/people/webLogin'
import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { isPhoneLogin, type Sender, startLogin } from '@server/people/accounts'
import { LoginTickets, type LoginTicketRow } from '../models/loginTickets'
import { requireOwnTicket } from '../queries/tickets'
import { stateOf } from '../states'

const HOUR = 3_600_000
const { hours, rememberedDays } = ACCOUNT_SECURITY.web

const endOf = ({ remember }: LoginTicketRow, now: Date): Date =>
  new Date(now.getTime() + (remember ? rememberedDays * 24 : hours) * HOUR)

/**
 * Answers the waiting browser: the state of its ticket and, once, the session. Nothing is given when the phone that confirmed
 * has been logged out since.
 * @throws AppError 404 `ticket-unknown`, for a wrong secret too
 */
export async function collectTicket(
  services: Services,
  { id, secret }: CollectTicket,
  sender: Sender,
): Promise<CollectedTicket> {
  const row = await requireOwnTicket(services.db, id, secret)
  const state = stateOf(row, services.clock.now())
  const { userId } = row
  if (state !== 'confirmed' || userId === null) return { state, session: null }
  if (!(await isPhoneLogin(services.db, row.phoneLogin ?? undefined))) {
    return { state: 'expired', session: null }
  }
  const session = await inTransaction(services, async tx => {
    const { modifiedCount } = await tx
      .of(LoginTickets)
      .updateOne({ _id: id, state: 'confirmed' }, { state: 'used' })
    if (modifiedCount !== 1) return null
    const { browser: device, place } = row
    const login = { userId, channel: 'web', device, place, endsAt: endOf(row, tx.now) } as const
    return startLogin(tx, services, login, sender)
  })
  return { state: 'used', session }
}
