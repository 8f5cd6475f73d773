import { createHash, timingSafeEqual } from 'node:crypto'
import { conflict, notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { LoginTickets, type LoginTicketRow } from '../models/loginTickets'
import { stateOf } from '../states'

export const secretHashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** @throws AppError 404 `ticket-unknown` */
export async function requireTicket(db: Pick<Db, 'of'>, id: string): Promise<LoginTicketRow> {
  const row = await db.of(LoginTickets).findById(id).lean<LoginTicketRow>().exec()
  if (!row) throw notFound('ticket-unknown')
  return row
}

/**
 * Loads the ticket for the browser that asked for it. A wrong secret gives the same answer as an unknown ticket.
 * @throws AppError 404 `ticket-unknown`
 */
export async function requireOwnTicket(
  db: Pick<Db, 'of'>,
  id: string,
  secret: string,
): Promise<LoginTicketRow> {
  const row = await requireTicket(db, id)
  const given = Buffer.from(secretHashOf(secret))
  if (!timingSafeEqual(given, Buffer.from(row.secretHash))) throw notFound('ticket-unknown')
  return row
}

const OVER = { expired: 'ticket-expired', used: 'ticket-used', refused: 'ticket-refused' } as const

/**
 * Checks that the person may still look at the ticket and decide about it.
 * @throws AppError 409 `ticket-expired`, `ticket-used`, `ticket-refused`; `ticket-taken` when another person opened it
 */
export function judgeTicket(row: LoginTicketRow, userId: string, now: Date): void {
  const state = stateOf(row, now)
  if (state === 'expired' || state === 'used' || state === 'refused') throw conflict(OVER[state])
  if (row.userId !== null && row.userId !== userId) throw conflict('ticket-taken')
}
