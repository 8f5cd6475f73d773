import mongoose from 'mongoose'
import { loadConfig } from '../../../server/platform/config'
import { composeDb } from '@server/compose'
import { ensureIndexes, type Store } from '@server/platform/store/db'
import { seedIfEmpty } from '../../../server/demo/seed'
import { ledgerRows } from '../../../server/demo/seed/ledger'
import { createClock } from '../../../server/platform/clock'
import { startDatabase } from '../../../server/demo/engine'
import { quietLog } from '../engine/engine'
import { connect } from '@server/platform/store/connect'
import { PresentedRecords } from '@server/disclosure/publications/models/presentedRecords'
import { Publications, type PublicationRow } from '@server/disclosure/publications/models/publications'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Revisions } from '@server/disclosure/notices/models/revisions'
import { newId } from '@server/platform/store/collection'

const NOW = '2026-11-20T02:00:00.000Z'
const BATCH = 500

const rawOf = ({ connection }: Store, { name }: { name: string }) =>
  connection.collection<{ _id: string }>(name)

async function insertAll(db: Store, to: { name: string }, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await rawOf(db, to).insertMany(rows.slice(at, at + BATCH) as { _id: string }[])
  }
}

/** Copies of the seed's publications, each a notice of its own, until there are so many. */
async function copies(db: Store, count: number): Promise<PublicationRow[]> {
  const known = await db.of(Publications).find({}).lean<PublicationRow[]>().exec()
  return Array.from({ length: Math.max(0, count - known.length) }, (_, nth) => {
    const base = known[nth % known.length]!
    const publishedAt = new Date(base.publishedAt.getTime() + Math.floor(nth / known.length) * 1_000)
    return { ...base, _id: newId('pub'), noticeId: newId('ntc'), edition: 1, publishedAt }
  })
}

/** Adds published notices with their revisions, and enters all there are into the ledger again. */
async function fillTo(db: Store, count: number): Promise<void> {
  const added = await copies(db, count)
  if (added.length === 0) return
  const shown = await db.of(Publications).findOne({ live: true }).lean().exec()
  const notice = await db.of(Notices).findById(shown!.noticeId).lean().exec()
  const revision = await db.of(Revisions).findOne({ noticeId: notice!._id }).lean().exec()
  const rows = added.map(({ noticeId: _id, orgCode, itemId, itemKey, period, title }) => {
    const revisionId = newId('rev')
    return {
      notice: { ...notice!, _id, orgCode, itemId, itemKey: `${itemKey}-${_id}`, period, title, revisionId },
      revision: { ...revision!, _id: revisionId, noticeId: _id },
    }
  })
  const record = await db.of(PresentedRecords).findById(shown!._id).lean().exec()
  await insertAll(db, Publications, added)
  await insertAll(db, PresentedRecords, added.map(({ _id, orgCode }) => ({ ...record!, _id, orgCode }))) // prettier-ignore
  await insertAll(db, Notices, rows.map(row => row.notice)) // prettier-ignore
  await insertAll(db, Revisions, rows.map(row => row.revision)) // prettier-ignore
  const all = await db.of(Publications).find({}).lean<PublicationRow[]>().exec()
  for (const [to, ledger] of ledgerRows(all, [], new Date())) {
    await rawOf(db, to).deleteMany({})
    await insertAll(db, to, ledger)
  }
}

/** Runs the work on the database of a data folder, which it starts where nobody else has. */
export async function onDataDir<T>(dataDir: string, work: (db: Store) => Promise<T>): Promise<T> {
  const config = loadConfig({ ...process.env, NODE_ENV: 'test', DATA_DIR: dataDir })
  const database = await startDatabase(config, quietLog)
  const own = new mongoose.Mongoose()
  try {
    await connect(own as typeof mongoose, database)
    return await work(composeDb(own.connection))
  } finally {
    await own.disconnect()
    await database.stop()
  }
}

/** A data folder with the demonstration area and so many published notices, every one on the ledger. */
export const fillDataDir = (dataDir: string, notices: number): Promise<void> =>
  onDataDir(dataDir, async db => {
    await ensureIndexes(db, { expiry: false })
    await seedIfEmpty(db, createClock(NOW), { info: () => undefined })
    await fillTo(db, notices)
  })
