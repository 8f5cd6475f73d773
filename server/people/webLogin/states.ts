import type { TicketState } from '@shared/contract/people/webLogin'
import type { LoginTicketRow } from './models/loginTickets'

/** A ticket that nobody confirmed in time is expired; a confirmed one too unless its browser collects it in time. */
export const stateOf = ({ state, expiresAt }: LoginTicketRow, now: Date): TicketState =>
  state !== 'used' && state !== 'refused' && expiresAt <= now ? 'expired' : state
