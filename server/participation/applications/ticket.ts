import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ApplicationKeys } from './vault'

/** How long an address of a paper opens: long enough for a slow phone, too short to be passed on. */
const OPEN_MS = 10 * 60_000
const BASE = 36

const macOf = ({ identityKey }: Pick<ApplicationKeys, 'identityKey'>, paper: string, until: string): string =>
  createHmac('sha256', identityKey)
    .update(JSON.stringify(['mingbai-application-paper-1', paper, until]))
    .digest('base64url')

/** Makes the address of a paper for who may read the application now; it names neither case nor person. */
export function ticketFor(keys: Pick<ApplicationKeys, 'identityKey'>, paper: string, now: Date): string {
  const until = (now.getTime() + OPEN_MS).toString(BASE)
  return `${paper}.${until}.${macOf(keys, paper, until)}`
}

/** Returns the paper that a ticket opens; null once it has run out, or when it is not ours. */
export function paperAt(
  keys: Pick<ApplicationKeys, 'identityKey'>,
  ticket: string,
  now: Date,
): string | null {
  const [paper = '', until = '', mac = ''] = ticket.split('.')
  const given = Buffer.from(mac)
  const right = Buffer.from(macOf(keys, paper, until))
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return now.getTime() < Number.parseInt(until, BASE) ? paper : null
}
