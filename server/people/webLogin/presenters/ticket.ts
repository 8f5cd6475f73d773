import type { AskedLogin } from '@shared/contract/people/webLogin'
import { type Actor, homeOf } from '@server/platform/access/actor'
import type { LoginTicketRow } from '../models/loginTickets'
import { stateOf } from '../states'

/** Presents the asking browser to the person on the phone. */
export const presentAsked = (row: LoginTicketRow, actor: Actor, now: Date): AskedLogin => ({
  id: row._id,
  digits: row.digits,
  state: stateOf(row, now),
  browser: row.browser,
  place: row.place,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  mayRemember: homeOf(actor) === '',
})
