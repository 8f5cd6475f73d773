import type { Tx } from '@server/platform/store/db'
import { discrepancyStep } from '../states'
import { compareDisclosures, explainedFields } from '@server/domain/comparison/compareDisclosures'
import type { Difference, DiscrepancyEventName } from '@shared/contract/disclosure/discrepancy'
import { fieldHash } from '../fieldHash'
import { discrepanciesOfPair } from '../queries/discrepancies'
import { type DisclosurePair, disclosurePairsOf } from '../queries/disclosurePairs'
import { SYSTEM_ID } from '@server/platform/access/actor'
import {
  Discrepancies,
  DiscrepancyEvents,
  type DiscrepancyEventRow,
  type DiscrepancyRow,
} from '../models/discrepancies'
import { newId } from '@server/platform/store/collection'
import {
  type Disclosure,
  type PublishedNotice,
  Publications,
  type PublicationRow,
} from '@server/disclosure/publications'

/** A pair of which both sides are disclosed. */
export type DisclosedPair = DisclosurePair & { ours: PublishedNotice; theirs: PublishedNotice }

const SYSTEM = { by: SYSTEM_ID, byName: '系统', body: '系统' }
const GONE_WORDS = '公示已撤下，原来的内容不再显示。'

const disclosure = ({ item, publication: { content } }: PublishedNotice) => ({ item, content })

/**
 * Returns the differences of a pair as both sides were published, whether their publicity periods are over or not; `field`
 * is replaced by its hash.
 */
export function differencesIn({ ours, theirs }: DisclosedPair): Difference[] {
  return compareDisclosures(disclosure(ours), disclosure(theirs)).map(one => ({
    ...one,
    field: fieldHash(one.field),
  }))
}

/** Builds the row of a difference that was not known before. */
export const newDiscrepancy = (
  matter: DisclosedPair,
  found: Difference,
  _id: string,
  at: Date,
): DiscrepancyRow => ({
  _id,
  orgCode: matter.village._id,
  streetCode: matter.street._id,
  itemKey: matter.itemKey,
  itemName: matter.ours.item.path.slice(-2).join('：'),
  period: matter.period,
  ...found,
  ...sidesOf(matter),
  state: 'open',
  version: 1,
  foundAt: at,
  updatedAt: at,
})

const sidesOf = ({ ours, theirs }: DisclosedPair) => ({
  villageNoticeId: ours.publication.noticeId,
  villageEdition: ours.publication.edition,
  governmentNoticeId: theirs.publication.noticeId,
})

/** Builds the event of a change made by the comparison itself. */
export const systemEvent = (
  { _id, orgCode, version, updatedAt }: DiscrepancyRow,
  event: DiscrepancyEventName,
  label: string,
  id: string,
): DiscrepancyEventRow => ({
  _id: id,
  discrepancyId: _id,
  orgCode,
  version,
  event,
  label,
  ...SYSTEM,
  text: null,
  correctBy: null,
  at: updatedAt,
})

async function move(
  tx: Tx,
  row: DiscrepancyRow,
  event: DiscrepancyEventName,
  set: Partial<DiscrepancyRow>,
  at: Date,
): Promise<void> {
  const step = discrepancyStep(row.state, event)
  if (!step) return
  const next = { ...set, state: step.to ?? row.state, version: row.version + 1, updatedAt: at }
  await tx.of(Discrepancies).updateOne({ _id: row._id, version: row.version }, { $set: next })
  await tx.of(DiscrepancyEvents).create([systemEvent({ ...row, ...next }, event, step.label, newId('fev'))])
}

const keyOf = ({ field, kind }: Pick<Difference, 'field' | 'kind'>): string => `${field}/${kind}`
const isClosed = ({ state }: DiscrepancyRow): boolean => state === 'corrected' || state === 'void'

/**
 * Updates a known discrepancy that was found again: reopens a closed one, and records other texts or a new edition that
 * does not correct it.
 */
async function keep(tx: Tx, row: DiscrepancyRow, found: Difference, matter: DisclosedPair, at: Date) {
  const sides = sidesOf(matter)
  const set = { ...found, ...sides }
  if (isClosed(row)) return move(tx, row, 'found', set, at)
  const isOther = found.village !== row.village || found.government !== row.government
  const uncorrected = row.state === 'ordered' && sides.villageEdition > row.villageEdition
  if (row.state === 'ordered' ? uncorrected : isOther) return move(tx, row, 'changed', set, at)
  await tx.of(Discrepancies).updateOne({ _id: row._id, version: row.version }, { $set: set })
}

async function compare(tx: Tx, matter: DisclosedPair, rows: readonly DiscrepancyRow[], at: Date) {
  const known = new Map(rows.map(row => [keyOf(row), row]))
  for (const found of differencesIn(matter)) {
    const row = known.get(keyOf(found))
    known.delete(keyOf(found))
    if (row) await keep(tx, row, found, matter, at)
    else {
      const fresh = newDiscrepancy(matter, found, newId('fnd'), at)
      await tx.of(Discrepancies).create([fresh])
      await tx.of(DiscrepancyEvents).create([systemEvent(fresh, 'found', '发现不一致', newId('fev'))])
    }
  }
  const explained = new Set(
    explainedFields(disclosure(matter.ours), disclosure(matter.theirs)).map(fieldHash),
  )
  for (const row of known.values()) {
    await move(tx, row, explained.has(row.field) ? 'merged' : 'corrected', sidesOf(matter), at)
  }
}

const isDisclosed = (matter: DisclosurePair): matter is DisclosedPair =>
  matter.ours !== null && matter.theirs !== null

/** Replaces the texts of a discrepancy once one side is no longer public. */
const scrubbed = { label: '', village: null, government: null, message: GONE_WORDS } as const

/**
 * Compares every pair that a disclosure belongs to, after it was published, corrected, withdrawn or erased: records new
 * discrepancies, closes those that now agree and voids those that lost a side.
 */
async function refreshDiscrepancies(
  tx: Tx,
  disclosed: Pick<PublicationRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>,
  at: Date,
): Promise<void> {
  for (const matter of await disclosurePairsOf(tx, disclosed)) {
    const { village, itemKey, period } = matter
    const rows = await discrepanciesOfPair(tx, { orgCode: village._id, itemKey, period })
    if (isDisclosed(matter)) await compare(tx, matter, rows, at)
    else for (const row of rows) await move(tx, row, 'void', scrubbed, at)
  }
}

/** Compares again after a withdrawal or an erasure. */
export const compareWithdrawn = (
  tx: Tx,
  { disclosure, at }: { disclosure: Disclosure; at: Date },
): Promise<void> => refreshDiscrepancies(tx, disclosure, at)

/** Compares again after a publication. */
export const comparePublished = (tx: Tx, edition: PublicationRow): Promise<void> =>
  refreshDiscrepancies(tx, edition, edition.publishedAt)

/** Compares all disclosures of a village under the given keys again, after their links were decided. */
export async function refreshLinked(
  tx: Tx,
  { orgCode, itemKeys, at }: { orgCode: string; itemKeys: readonly string[]; at: Date },
): Promise<void> {
  for (const itemKey of new Set(itemKeys)) {
    const rows = await tx
      .of(Publications)
      .find({ orgCode, live: true, itemKey }, { orgCode: 1, itemKey: 1, period: 1, regards: 1 })
      .lean<Pick<PublicationRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>[]>()
      .exec()
    for (const row of rows) await refreshDiscrepancies(tx, row, at)
  }
}
