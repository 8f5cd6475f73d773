import { trusted } from 'mongoose'
import { canonicalJson } from '@shared/common/hash'
import type { Db } from '@server/platform/store/db'
import { headOf } from '../commands/appendToLedger'
import {
  LedgerSecrets,
  LedgerEntries,
  type LedgerEntryRow,
  type LedgerSecretRow,
  placeId,
} from '../models/ledgerEntries'
import { Checkpoints, type CheckpointRow } from '../models/ledgerTree'
import { Publications, type PublicationRow } from '@server/disclosure/publications'

const BATCH = 500

/** Fields of a publication that are no part of the record: to search, to print, and the end as recomputed later. */
const UNRECORDED = { grams: 0, printed: 0, publicityMoved: 0 } as const

interface ExportOptions {
  /**
   * Includes the published values and the salts that open the commitments, for operator and auditor. The public export
   * has entries and checkpoints only, since old values may have been folded or withdrawn from the pages.
   */
  openings: boolean
}

const withoutId = <Row extends { _id: string }>({ _id, ...row }: Row): Omit<Row, '_id'> => row

async function publicationsOf(db: Db, entries: readonly LedgerEntryRow[]) {
  const noticeIds = [...new Set(entries.map(({ noticeId }) => noticeId))]
  const rows = await db
    .of(Publications)
    .find({ noticeId: trusted({ $in: noticeIds }) }, UNRECORDED)
    .lean<Omit<PublicationRow, keyof typeof UNRECORDED>[]>()
    .exec()
  return new Map(rows.map(row => [`${row.noticeId}/${row.edition}`, withoutId(row)]))
}

async function saltsOf(db: Db, entries: readonly LedgerEntryRow[]) {
  const ids = entries.map(({ _id }) => _id)
  const rows = await db
    .of(LedgerSecrets)
    .find({ _id: trusted({ $in: ids }) })
    .lean<LedgerSecretRow[]>()
    .exec()
  return new Map(rows.map(({ _id, salts }) => [_id, salts]))
}

/** Returns the opening of each entry of a page; a later event of an edition has no opening of its own. */
async function openingsOf(db: Db, entries: readonly LedgerEntryRow[]) {
  const publications = await publicationsOf(db, entries)
  const salts = await saltsOf(db, entries)
  return entries.map(({ _id, event, noticeId, edition }) => {
    const opens = event !== 'withdraw' && event !== 'erase'
    return {
      salts: salts.get(_id) ?? null,
      publication: (opens && publications.get(`${noticeId}/${edition}`)) || null,
    }
  })
}

const pageOf = (db: Db, from: number, to: number): Promise<LedgerEntryRow[]> =>
  db
    .of(LedgerEntries)
    .find({ index: trusted({ $gte: from, $lt: to }) })
    .sort({ index: 1 })
    .lean<LedgerEntryRow[]>()
    .exec()

async function* entryLines(db: Db, size: number, openings: boolean) {
  for (let from = 0; from < size; from += BATCH) {
    const rows = await pageOf(db, from, Math.min(size, from + BATCH))
    const opened = openings ? await openingsOf(db, rows) : []
    for (const [at, row] of rows.entries()) {
      const { leaf, ...entry } = withoutId(row)
      yield { kind: 'entry', leaf, entry, ...opened[at] }
    }
  }
}

async function* checkpointLines(db: Db, count: number) {
  for (let from = 0; from < count; from += BATCH) {
    const ids = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => placeId('chk', from + at))
    const rows = await db
      .of(Checkpoints)
      .find({ _id: trusted({ $in: ids }) })
      .sort({ _id: 1 })
      .lean<CheckpointRow[]>()
      .exec()
    for (const row of rows) yield { kind: 'checkpoint', checkpoint: withoutId(row) }
  }
}

/**
 * Yields the ledger as JSON lines up to its newest checkpoint: head, checkpoints, entries in order, end. Each line is
 * canonical JSON (RFC 8785), so an entry's bytes can be hashed directly. Reads page by page, so memory use is
 * independent of the ledger's size.
 */
export async function* ledgerLines(db: Db, { openings }: ExportOptions): AsyncGenerator<string> {
  const head = await headOf(db)
  const size = head?.checkpoint?.size ?? 0
  const checkpoints = head?.checkpoints ?? 0
  const line = (value: object) => `${canonicalJson(value)}\n`
  yield line({ kind: 'ledger', format: 'mingbai-ledger-1', openings })
  for await (const value of checkpointLines(db, checkpoints)) yield line(value)
  for await (const value of entryLines(db, size, openings)) yield line(value)
  const publications = openings ? await db.of(Publications).countDocuments({}) : undefined
  yield line({ kind: 'end', entries: size, checkpoints, publications })
}
