import { randomUUID } from 'node:crypto'
import type { Connection } from 'mongoose'
import { defineQuestion } from '../events'
import type { Tx } from '../store/db'
import type { Audience, ShownChange } from '../store/shownTo'
import { FeedVersions } from './pageVersions'

/** Asks for the codes of every organisation above and below one, itself included. */
export const orgsAround = defineQuestion<string, string[]>('orgsAround')

type Listener = (orgCodes: readonly string[]) => void

const listeners = new WeakMap<Connection, Set<Listener>>()

/** Calls the listener before and after every change of public pages that this process makes on the connection. */
export function onPagesMoved(connection: Connection, listener: Listener): void {
  const known = listeners.get(connection)
  if (known) known.add(listener)
  else listeners.set(connection, new Set([listener]))
}

/** Says whose pages change; before the change is written, and again once it may be seen. */
export function announceMoved(connection: Connection, orgCodes: readonly string[]): void {
  if (orgCodes.length === 0) return
  for (const listener of listeners.get(connection) ?? []) listener(orgCodes)
}

/** Moves one organisation's version. The stamp is random, not a counter: a restored database must not reuse a value. */
async function moveVersion(tx: Tx, orgCode: string, audience: Audience): Promise<void> {
  const stamp = randomUUID()
  const change =
    audience === 'feed'
      ? { $inc: { version: 1 }, $set: { changedAt: tx.now, stamp } }
      : { $set: { stamp }, $setOnInsert: { version: 0, changedAt: tx.now } }
  await tx.of(FeedVersions).updateOne({ _id: orgCode }, change, { upsert: true })
}

/**
 * Invalidates the cached pages, and the feed where it changed, of every organisation whose pages show what was written.
 * Returns their codes.
 */
export async function movePageVersions(tx: Tx, changes: ReadonlyMap<string, ShownChange>): Promise<string[]> {
  const audiences = new Map<string, Audience>()
  for (const [code, { in: audience, around }] of changes) {
    const codes = around ? (await tx.ask(orgsAround, code)).flat() : []
    for (const one of new Set([code, ...codes])) {
      if (audiences.get(one) !== 'feed') audiences.set(one, one === code ? audience : 'pages')
    }
  }
  const moved = [...audiences.keys()]
  announceMoved(tx.connection, moved)
  for (const [code, audience] of audiences) await moveVersion(tx, code, audience)
  return moved
}
