import { trusted } from 'mongoose'
import {
  type NodeHash,
  type NodePlace,
  consistencyPlaces,
  consistencyProofFrom,
  inclusionPlaces,
  inclusionProofFrom,
} from '@shared/ledger/merkle'
import type { ConsistencyProof, Erasure, NoticeProof } from '@shared/contract/disclosure/ledger'
import type { Db } from '@server/platform/store/db'
import { type CheckpointStore, newestCheckpoint } from '../checkpoints'
import { LedgerNodes, type LedgerNodeRow } from '../models/ledgerTree'
import {
  LedgerEntries,
  LedgerSecrets,
  type LedgerEntryRow,
  type LedgerSecretRow,
} from '../models/ledgerEntries'
import { Publications, type PublicationRow } from '@server/disclosure/publications'

const keyOf = ({ level, index }: NodePlace) => `${level}.${index}`

/** Reads the hashes of complete subtrees in one query. */
async function hashesOf(db: Db, places: readonly NodePlace[]): Promise<NodeHash> {
  const ids = places.map(keyOf)
  const rows = await db
    .of(LedgerNodes)
    .find({ _id: trusted({ $in: ids }) })
    .lean<LedgerNodeRow[]>()
    .exec()
  const byId = new Map(rows.map(({ _id, hash }) => [_id, hash]))
  return place => {
    const hash = byId.get(keyOf(place))
    if (hash === undefined) throw new Error(`the ledger's tree lacks node ${keyOf(place)}`)
    return hash
  }
}

/**
 * Returns the proof that the ledger of `from` entries is a prefix of that of `to` entries; null when it was never that
 * long.
 */
export async function consistencyOf(
  store: CheckpointStore,
  from: number,
  to: number,
): Promise<ConsistencyProof | null> {
  const newest = await newestCheckpoint(store)
  if (to > (newest?.size ?? 0)) return null
  const hashOf = await hashesOf(store.db, consistencyPlaces(from, to))
  return { from, to, proof: consistencyProofFrom(hashOf, from, to) }
}

/** Returns the entry of a notice's edition, by default of the newest; null when there is none. */
export async function entryOf(db: Db, noticeId: string, edition?: number): Promise<LedgerEntryRow | null> {
  const rows = await db
    .of(LedgerEntries)
    .find({ noticeId, ...(edition !== undefined && { edition }) })
    .sort({ edition: -1, index: -1 })
    .lean<LedgerEntryRow[]>()
    .exec()
  return rows.find(({ event }) => event === 'publish' || event === 'correct') ?? null
}

/** Returns the erasures of a notice's editions 依法删除, in their order. */
export async function erasuresOf(db: Db, noticeId: string): Promise<Erasure[]> {
  const rows = await db
    .of(LedgerEntries)
    .find({ noticeId })
    .sort({ index: 1 })
    .lean<LedgerEntryRow[]>()
    .exec()
  return rows
    .filter(({ event }) => event === 'erase')
    .map(({ edition, recordedAt, basis, index }) => ({ edition, at: recordedAt, basis: basis ?? '', index }))
}

type Openings = Pick<NoticeProof, 'presentedSha256' | 'foldedSha256'>

/** Returns the openings of the record's hashes, as published and as folded; null when erased or when nothing folds. */
async function openingsOf(db: Db, { _id, noticeId, edition }: LedgerEntryRow): Promise<Openings> {
  const secret = await db.of(LedgerSecrets).findById(_id).lean<LedgerSecretRow>().exec()
  const row = await db
    .of(Publications)
    .findOne({ noticeId, edition }, { sha256: 1, foldedSha256: 1 })
    .lean<Pick<PublicationRow, 'sha256' | 'foldedSha256'>>()
    .exec()
  const opening = (salt?: string, value?: string | null) => (salt && value ? { salt, value } : null)
  return {
    presentedSha256: opening(secret?.salts.presentedSha256, row?.sha256),
    foldedSha256: opening(secret?.salts.foldedSha256, row?.foldedSha256),
  }
}

/**
 * Returns everything that a phone needs to verify an edition of a notice 核验; null when the ledger has no such
 * edition.
 */
export async function noticeProofOf(
  store: CheckpointStore,
  noticeId: string,
  edition?: number,
): Promise<NoticeProof | null> {
  const { db } = store
  const row = await entryOf(db, noticeId, edition)
  const checkpoint = row && (await newestCheckpoint(store))
  if (!checkpoint) return null
  const { _id, leaf, ...entry } = row
  const hashOf = await hashesOf(db, inclusionPlaces(entry.index, checkpoint.size))
  return {
    entry,
    leaf,
    checkpoint,
    proof: inclusionProofFrom(hashOf, entry.index, checkpoint.size),
    ...(await openingsOf(db, row)),
  }
}
