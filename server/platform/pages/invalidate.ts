import { randomUUID } from 'node:crypto'
import { defineQuestion } from '../events'
import type { Tx } from '../store/db'
import type { Audience, ShownChange } from '../store/shownTo'
import { FeedVersions } from './pageVersions'

/** Asks for the codes of every organisation above and below one, itself included. */
export const orgsAround = defineQuestion<string, string[]>('orgsAround')

/** Moves one organisation's version. The stamp is random, not a counter: a restored database must not reuse a value. */
async function moveVersion(tx: Tx, orgCode: string, audience: Audience): Promise<void> {
  const stamp = randomUUID()
  const change =
    audience === 'feed'
      ? { $inc: { version: 1 }, $set: { changedAt: tx.now, stamp } }
      : { $set: { stamp }, $setOnInsert: { version: 0, changedAt: tx.now } }
  await tx.of(FeedVersions).updateOne({ _id: orgCode }, change, { upsert: true })
}

/** Invalidates the cached pages, and the feed where it changed, of every organisation whose pages show what was written. */
export async function movePageVersions(tx: Tx, changes: ReadonlyMap<string, ShownChange>): Promise<void> {
  const audiences = new Map<string, Audience>()
  for (const [code, { in: audience, around }] of changes) {
    const codes = around ? (await tx.ask(orgsAround, code)).flat() : []
    for (const one of new Set([code, ...codes])) {
      if (audiences.get(one) !== 'feed') audiences.set(one, one === code ? audience : 'pages')
    }
  }
  for (const [code, audience] of audiences) await moveVersion(tx, code, audience)
}
