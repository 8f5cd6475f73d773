import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import type { Actor } from '@server/platform/access/actor'
import { AppError, forbidden, notFound } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import type { Tx } from '@server/platform/store/db'
import { inTransaction } from '@server/platform/store/transaction'
import { isPhoneLogin } from '@server/people/accounts'
import { LoginTickets, type LoginTicketRow } from '../models/loginTickets'
import { TicketTries, type TicketTriesRow } from '../models/ticketTries'
import { judgeTicket, requireTicket } from '../queries/tickets'

const MINUTE = 60_000
const { wrongCodes, windowMinutes, lockMinutes } = ACCOUNT_SECURITY.lockout

/** Only the mini program on a phone vouches for a browser; a web login would let a stolen one breed others. */
async function requirePhone(services: Services, actor: Actor): Promise<void> {
  if (!(await isPhoneLogin(services.db, actor.login))) throw forbidden('ticket-phone-only')
}

/** Marks the ticket as looked at by this person, so that nobody else decides about it. */
async function open(tx: Tx, row: LoginTicketRow, userId: string): Promise<LoginTicketRow> {
  judgeTicket(row, userId, tx.now)
  if (row.state !== 'waiting') return row
  const opened = { state: 'opened', userId } as const
  await tx.of(LoginTickets).updateOne({ _id: row._id, state: 'waiting' }, opened)
  return { ...row, ...opened }
}

/**
 * Opens a scanned ticket on the phone.
 * @throws AppError 403 `ticket-phone-only`, 404 `ticket-unknown`, 409 as judgeTicket
 */
export async function openTicket(services: Services, actor: Actor, id: string): Promise<LoginTicketRow> {
  await requirePhone(services, actor)
  return inTransaction(services, async tx => open(tx, await requireTicket(tx, id), actor.id))
}

function refuseLocked({ lockedUntil }: Pick<TicketTriesRow, 'lockedUntil'>, now: Date): void {
  if (!lockedUntil || lockedUntil <= now) return
  const seconds = Math.ceil((lockedUntil.getTime() - now.getTime()) / 1000)
  const message = `数字输错太多次，请 ${Math.ceil(seconds / 60)} 分钟后再试，或者改用扫码。`
  throw new AppError(429, 'digits-locked', [], message, { 'Retry-After': String(seconds) })
}

/** Counts wrong digits. A right try does not reset the count: one's own ticket would be a way to clear it. */
async function countWrong(tx: Tx, userId: string, before: TicketTriesRow | null): Promise<TicketTriesRow> {
  const since = new Date(tx.now.getTime() - windowMinutes * MINUTE)
  const wrongAt = [...(before?.wrongAt ?? []).filter(at => at > since), tx.now]
  const locked = wrongAt.length >= wrongCodes
  const next = {
    wrongAt: locked ? [] : wrongAt,
    lockedUntil: locked ? new Date(tx.now.getTime() + lockMinutes * MINUTE) : null,
    lastAt: tx.now,
  }
  if (before) await tx.of(TicketTries).updateOne({ _id: userId }, next)
  else await tx.of(TicketTries).create([{ _id: userId, ...next }])
  return { _id: userId, ...next }
}

/**
 * Finds the ticket by digits typed by hand, and opens it.
 * @throws AppError 403 `ticket-phone-only`, 404 `digits-unknown`, 409 as judgeTicket, 429 `digits-locked`
 */
export async function findTicket(services: Services, actor: Actor, digits: string): Promise<LoginTicketRow> {
  await requirePhone(services, actor)
  const found = await inTransaction(services, async tx => {
    const tries = await tx.of(TicketTries).findById(actor.id).lean<TicketTriesRow>().exec()
    refuseLocked({ lockedUntil: tries?.lockedUntil ?? null }, tx.now)
    const row = await tx.of(LoginTickets).findOne({ digits, undecided: true }).lean<LoginTicketRow>().exec()
    if (row && row.expiresAt > tx.now) return { row: await open(tx, row, actor.id) }
    return { wrong: await countWrong(tx, actor.id, tries) }
  })
  if (!found.wrong) return found.row
  refuseLocked(found.wrong, services.clock.now())
  throw notFound('digits-unknown')
}
