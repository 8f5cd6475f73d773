import { homeOf } from '@server/platform/access/actor'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict, forbidden } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { isPhoneLogin } from '@server/people/accounts'
import { LoginTickets, type LoginTicketRow } from '../models/loginTickets'
import { judgeTicket, requireTicket } from '../queries/tickets'

type By = Authorised<'webLogin.confirm' | 'webLogin.refuse'>

/** Organisation under which the audit log keeps what concerns a person. */
const placeOf = ({ actor }: By): string => homeOf(actor) || (actor.roles[0]?.orgCode ?? '')

/** Confirms or refuses a ticket that the person has opened; the first decision counts. */
async function decide(
  services: Services,
  by: By,
  id: string,
  change: Partial<LoginTicketRow> & Pick<LoginTicketRow, 'state'>,
): Promise<LoginTicketRow> {
  if (!(await isPhoneLogin(services.db, by.actor.login))) throw forbidden('ticket-phone-only')
  return inTransaction(services, async tx => {
    const row = await requireTicket(tx, id)
    judgeTicket(row, by.actor.id, tx.now)
    const decided = { ...change, undecided: false, userId: by.actor.id, decidedAt: tx.now }
    const { modifiedCount } = await tx
      .of(LoginTickets)
      .updateOne({ _id: id, state: 'opened', userId: by.actor.id }, decided)
    if (modifiedCount !== 1) throw conflict('ticket-not-opened')
    await audit(tx, by, { orgCode: placeOf(by), id }, { browser: row.browser, place: row.place })
    return { ...row, ...decided }
  })
}

/**
 * Lets the asking browser in as this person. `remember` counts for people without a staff role only.
 * @throws AppError 403 `ticket-phone-only`, 404 `ticket-unknown`, 409 as judgeTicket, `ticket-not-opened`
 */
export const confirmTicket = (
  services: Services,
  by: Authorised<'webLogin.confirm'>,
  id: string,
  remember: boolean,
): Promise<LoginTicketRow> =>
  decide(services, by, id, {
    state: 'confirmed',
    phoneLogin: by.actor.login ?? null,
    remember: remember && homeOf(by.actor) === '',
  })

/** Refuses the asking browser. @throws AppError as confirmTicket */
export const refuseTicket = (
  services: Services,
  by: Authorised<'webLogin.refuse'>,
  id: string,
): Promise<LoginTicketRow> => decide(services, by, id, { state: 'refused' })
