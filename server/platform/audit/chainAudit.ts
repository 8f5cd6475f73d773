import { trusted } from 'mongoose'
import { canonicalJson, sha256Hex } from '@shared/common/hash'
import { chinaDate } from '@shared/common/period'
import { repeatEvery } from '../jobs/repeat'
import type { Db } from '../store/db'
import { inTransaction, type Stores } from '../store/transaction'
import { AUDIT_CHAIN, AuditBlocks, type AuditBlockRow } from './auditBlocks'
import { AuditEntries, type AuditRow } from './auditEntries'

/** Entries of one block. */
const MOST = 1000
/** Longer than any transaction runs: no earlier entry comes after it. */
const SETTLED_MS = 2 * 60_000
const LOOK_EVERY_MS = 10 * 60_000
const DIGITS = 12

const newestBlock = (db: Db): Promise<AuditBlockRow | null> =>
  db.of(AuditBlocks).findOne({}).sort({ number: -1 }).lean<AuditBlockRow>().exec()

/** Reads the entries after a block, oldest first. Two queries: the embedded engine has no index for either-or. */
async function entriesAfter(db: Db, last: AuditBlockRow | null, before: Date): Promise<AuditRow[]> {
  const find = (filter: object) =>
    db.of(AuditEntries).find(filter).sort({ at: 1, _id: 1 }).limit(MOST).lean<AuditRow[]>().exec()
  if (!last) return find({ at: trusted({ $lt: before }) })
  const same = await find({ at: last.until, _id: trusted({ $gt: last.entries.at(-1) }) })
  const later = await find({ at: trusted({ $gt: last.until, $lt: before }) })
  return [...same, ...later].slice(0, MOST)
}

/** A block is due for a full one's worth of entries, and once a day. */
const isDue = (entries: readonly AuditRow[], last: AuditBlockRow | null, now: Date): boolean =>
  entries.length === MOST || (entries.length > 0 && (last === null || chinaDate(last.at) !== chinaDate(now)))

/** Hashes an entry into the chain, as JSON: instants as text. */
export const linked = (head: string, entry: AuditRow): string =>
  sha256Hex(head + canonicalJson(JSON.parse(JSON.stringify(entry))))

async function chainNext({ db, clock }: Stores): Promise<boolean> {
  return inTransaction({ db, clock }, async tx => {
    const last = await newestBlock(tx)
    const entries = await entriesAfter(tx, last, new Date(tx.now.getTime() - SETTLED_MS))
    if (!isDue(entries, last, tx.now)) return false
    const [number, previous] = last ? [last.number + 1, last.head] : [0, '']
    await tx.of(AuditBlocks).create([
      {
        _id: `aub_${String(number).padStart(DIGITS, '0')}`,
        number,
        orgCode: AUDIT_CHAIN,
        previous,
        entries: entries.map(({ _id }) => _id),
        until: entries.at(-1)!.at,
        head: entries.reduce(linked, previous),
        at: tx.now,
      },
    ])
    return true
  })
}

/** Chains the audit log 操作日志 up to two minutes ago, as far as blocks are due. */
export async function chainAudit(stores: Stores): Promise<void> {
  while (await chainNext(stores));
}

/** Chains the audit log at intervals; what is chained is in the store. Returns a function that stops it. */
export const startAuditChain = (
  stores: Stores,
  onError: (error: unknown) => void,
): (() => Promise<unknown>) => repeatEvery(LOOK_EVERY_MS, () => chainAudit(stores), onError)
