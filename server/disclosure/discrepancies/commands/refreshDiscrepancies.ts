import { discrepancyStep } from '../states'
import { compareDisclosures } from '@server/domain/comparison/compareDisclosures'
import { sha256Hex } from '@shared/common/hash'
import type { Difference, DiscrepancyEventName } from '@shared/contract/disclosure/discrepancy'
import {
  type FindingEventRow,
  type FindingRow,
  type Models,
  type PublicationRow,
  newId,
} from '@server/platform/store/collections'
import { SYSTEM_ID } from '@server/platform/access/policies'
import { discrepanciesOfPair } from '../queries/discrepancies'
import { type DisclosurePair, disclosurePairsOf } from '../queries/disclosurePairs'
import type { PublishedNotice } from '@server/disclosure/publications/queries/published'

/** A matter that both sides have disclosed. */
export type DisclosedPair = DisclosurePair & { ours: PublishedNotice; theirs: PublishedNotice }

const SYSTEM = { by: SYSTEM_ID, byName: '系统', body: '系统' }
const GONE_WORDS = '公示已撤下，原来的内容不再显示。'

const isOver = ({ publication }: PublishedNotice, at: Date): boolean =>
  at.getTime() >= Date.parse(publication.publicity.endsAt)

/** What differs now, by the very blocks that 对照 shows; the field is named by its hash. */
export function differencesIn({ ours, theirs }: DisclosedPair, at: Date): Difference[] {
  const disclosure = ({ item, publication: { content } }: PublishedNotice) => ({ item, content })
  const folded = isOver(ours, at) || isOver(theirs, at)
  return compareDisclosures(disclosure(ours), disclosure(theirs), folded).map(one => ({
    ...one,
    field: sha256Hex(one.field).slice(0, 16),
  }))
}

/** A difference that nobody has named before. */
export const newDiscrepancy = (
  matter: DisclosedPair,
  found: Difference,
  _id: string,
  at: Date,
): FindingRow => ({
  _id,
  orgCode: matter.village._id,
  streetCode: matter.street._id,
  itemKey: matter.itemKey,
  itemName: matter.ours.item.path.at(-1) ?? '',
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

/** What the comparison by itself did to a finding. */
export const systemEvent = (
  { _id, orgCode, version, updatedAt }: FindingRow,
  event: DiscrepancyEventName,
  label: string,
  id: string,
): FindingEventRow => ({
  _id: id,
  findingId: _id,
  orgCode,
  version,
  event,
  label,
  ...SYSTEM,
  text: null,
  mendBy: null,
  at: updatedAt,
})

async function move(
  models: Models,
  row: FindingRow,
  event: DiscrepancyEventName,
  set: Partial<FindingRow>,
  at: Date,
): Promise<void> {
  const step = discrepancyStep(row.state, event)
  if (!step) return
  const next = { ...set, state: step.to ?? row.state, version: row.version + 1, updatedAt: at }
  await models.findings.updateOne({ _id: row._id, version: row.version }, { $set: next })
  await models.findingEvents.create([systemEvent({ ...row, ...next }, event, step.label, newId('fev'))])
}

const keyOf = ({ field, kind }: Pick<Difference, 'field' | 'kind'>): string => `${field}/${kind}`
const isClosed = ({ state }: FindingRow): boolean => state === 'corrected' || state === 'void'

/** Found again or found changed: other texts, or a new edition that was to correct it and did not. */
async function keep(models: Models, row: FindingRow, found: Difference, matter: DisclosedPair, at: Date) {
  const sides = sidesOf(matter)
  const set = { ...found, ...sides }
  if (isClosed(row)) return move(models, row, 'found', set, at)
  const isOther = found.village !== row.village || found.government !== row.government
  const uncorrected = row.state === 'ordered' && sides.villageEdition > row.villageEdition
  if (row.state === 'ordered' ? uncorrected : isOther) return move(models, row, 'changed', set, at)
  await models.findings.updateOne({ _id: row._id, version: row.version }, { $set: set })
}

async function compare(models: Models, matter: DisclosedPair, rows: readonly FindingRow[], at: Date) {
  const known = new Map(rows.map(row => [keyOf(row), row]))
  for (const found of differencesIn(matter, at)) {
    const row = known.get(keyOf(found))
    known.delete(keyOf(found))
    if (row) await keep(models, row, found, matter, at)
    else {
      const fresh = newDiscrepancy(matter, found, newId('fnd'), at)
      await models.findings.create([fresh])
      await models.findingEvents.create([systemEvent(fresh, 'found', '发现不一致', newId('fev'))])
    }
  }
  for (const row of known.values()) await move(models, row, 'corrected', sidesOf(matter), at)
}

const isDisclosed = (matter: DisclosurePair): matter is DisclosedPair =>
  matter.ours !== null && matter.theirs !== null

/** One side is no longer public: its words leave the findings too. */
const scrubbed = { label: '', village: null, government: null, message: GONE_WORDS } as const

/**
 * Compares anew every matter that a disclosure belongs to, after it was published, corrected, withdrawn or erased: what differs is
 * found, what agrees now is closed, what has lost a side is void. Belongs into the transaction of the change.
 */
export async function refreshDiscrepancies(
  models: Models,
  disclosed: Pick<PublicationRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>,
  at: Date,
): Promise<void> {
  for (const matter of await disclosurePairsOf(models, disclosed)) {
    const { village, itemKey, period } = matter
    const rows = await discrepanciesOfPair(models, { orgCode: village._id, itemKey, period })
    if (isDisclosed(matter)) await compare(models, matter, rows, at)
    else for (const row of rows) await move(models, row, 'void', scrubbed, at)
  }
}

/** The same for all that a village has disclosed under some keys, when links of them were decided. */
export async function refreshLinked(models: Models, orgCode: string, itemKeys: readonly string[], at: Date) {
  for (const itemKey of new Set(itemKeys)) {
    const rows = await models.publications
      .find({ orgCode, live: true, itemKey }, { orgCode: 1, itemKey: 1, period: 1, regards: 1 })
      .lean<Pick<PublicationRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>[]>()
      .exec()
    for (const row of rows) await refreshDiscrepancies(models, row, at)
  }
}
