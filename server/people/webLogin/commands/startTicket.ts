import { createHmac, randomInt } from 'node:crypto'
import { trusted } from 'mongoose'
import { ACCOUNT_SECURITY } from '@shared/facts/people/accountSecurity'
import type { LoginTicket } from '@shared/contract/people/webLogin'
import type { Client } from '@server/platform/access/client'
import { rateLimited } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { newId } from '@server/platform/store/collection'
import { isDuplicate, singleWrites } from '@server/platform/store/transaction'
import { newRefreshToken as newSecret } from '@server/platform/access/tokens'
import { LoginTickets, type LoginTicketRow } from '../models/loginTickets'
import { secretHashOf } from '../queries/tickets'
import { codePicture } from './codePicture'

const { lifeSeconds, waitingPerAddress } = ACCOUNT_SECURITY.ticket
const MOST_TRIES = 5
const DIGITS = 6

/** Draws six digits; the first may be 0. */
const newDigits = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

/** Stores the ticket under digits that no other waiting one has. */
async function store(
  services: Services,
  row: Omit<LoginTicketRow, 'digits'>,
  tries = MOST_TRIES,
): Promise<string> {
  const digits = newDigits()
  try {
    await singleWrites(services.db)
      .of(LoginTickets)
      .create([{ ...row, digits }])
    return digits
  } catch (error) {
    if (!isDuplicate(error, 'loginTickets') || tries <= 1) throw error
    return store(services, row, tries - 1)
  }
}

/**
 * Starts a login by phone for a browser. Only this browser receives the secret.
 * @throws AppError 429 `rate-limited` with too many waiting tickets of one address
 */
export async function startTicket(services: Services, client: Client): Promise<LoginTicket> {
  const { db, clock, config } = services
  const now = clock.now()
  const addressHash = createHmac('sha256', config.identityKey).update(client.address).digest('hex')
  const waiting = await db.of(LoginTickets).countDocuments({
    addressHash,
    expiresAt: trusted({ $gt: now }),
    undecided: true,
  })
  if (waiting >= waitingPerAddress) throw rateLimited(lifeSeconds)
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + lifeSeconds * 1000)
  const _id = newId('ltk')
  const digits = await store(services, {
    _id,
    secretHash: secretHashOf(secret),
    addressHash,
    browser: client.device,
    place: client.place,
    createdAt: now,
    expiresAt,
    state: 'waiting',
    undecided: true,
    userId: null,
    phoneLogin: null,
    decidedAt: null,
    remember: false,
  })
  return {
    id: _id,
    secret,
    digits,
    expiresAt: expiresAt.toISOString(),
    picture: await codePicture(services, _id),
  }
}
