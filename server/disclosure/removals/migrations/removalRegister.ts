import type { Tx } from '@server/platform/store/db'
import { rawCollection, rawIn, type RawRow } from '@server/platform/migrations/rawRows'
import type { Migration } from '@server/platform/migrations/types'

/** Ids of one notice's editions and what else is looked up stay few. */
const BATCH = 100
const ENTRIES = 'ledgerEntries'
const ENDS = { event: { $in: ['withdraw', 'erase'] } }
const BEFORE = '以前的规定：由村（社区）自己办理，没有另一方确认'

interface Entry extends RawRow {
  org: string
  event: 'withdraw' | 'erase'
  noticeId: string
  edition: number
  itemId: string
  itemKey: string
  category: string
  period: string
  regards: string | null
  publishedAt: string
  recordedAt: string
  basis: string | null
}

async function byId(tx: Tx, name: string, ids: readonly string[]): Promise<Map<string, RawRow>> {
  const { rows, options } = rawIn(tx, name)
  const found = await rows.find({ _id: { $in: [...new Set(ids)] } }, options).toArray()
  return new Map(found.map(row => [row._id, row]))
}

async function tombstones(tx: Tx, noticeIds: readonly string[]): Promise<Map<string, RawRow>> {
  const { rows, options } = rawIn(tx, 'publications')
  const found = await rows.find({ noticeId: { $in: [...new Set(noticeIds)] } }, options).toArray()
  return new Map(found.map(row => [`${String(row['noticeId'])}/${String(row['edition'])}`, row]))
}

interface Known {
  orgs: Map<string, RawRow>
  items: Map<string, RawRow>
  notices: Map<string, RawRow>
  editions: Map<string, RawRow>
}

const pathOf = (org: RawRow | undefined, code: string): string[] => {
  const merged = org?.['mergedInto'] as { path: string[] } | null | undefined
  return merged ? [...merged.path, code] : ((org?.['path'] as string[] | undefined) ?? [code])
}

function matterOf(item: RawRow | undefined): string {
  const path = (item?.['path'] as string[] | undefined) ?? []
  return path.length > 0 ? path.join(' · ') : ((item?.['area'] as string | undefined) ?? '公示')
}

function stateOf({ event, noticeId }: Entry, { notices }: Known): string {
  if (event === 'erase') return 'erased'
  return (notices.get(noticeId)?.['liveEdition'] ?? null) === null ? 'confirmed' : 'replaced'
}

function rowOf(entry: Entry, known: Known): RawRow {
  const { noticeId, edition, org, itemId, itemKey, category, period, regards } = entry
  const withdrawn = known.editions.get(`${noticeId}/${edition}`)?.['withdrawn'] as
    { by: string; instead?: string } | null | undefined
  const at = new Date(entry.recordedAt)
  return {
    _id: `rmv_${entry._id.slice(entry._id.indexOf('_') + 1)}`,
    kind: entry.event === 'withdraw' ? 'withdrawal' : 'erasure',
    state: stateOf(entry, known),
    version: 0,
    noticeId,
    edition,
    orgCode: org,
    path: pathOf(known.orgs.get(org), org),
    category,
    itemKey,
    period,
    regards,
    matter: matterOf(known.items.get(itemId)),
    publishedAt: new Date(entry.publishedAt),
    by: '',
    byName: withdrawn?.by ?? '',
    at,
    reason: entry.basis ?? '',
    ...(withdrawn?.instead && { instead: withdrawn.instead }),
    dueOn: null,
    agreed: [],
    outcome: BEFORE,
    decidedAt: at,
  }
}

/** Enters the withdrawals and erasures of before into the register, from the ledger. */
export const removalRegister: Migration = {
  to: 10,
  title: '撤回与删除登记：以前撤回、依法删除的公示从存证账本补记进去',
  count: db => rawCollection(db, ENTRIES).countDocuments(ENDS),
  batch: async (tx, cursor) => {
    const entries = rawIn(tx, ENTRIES)
    const found = (await entries.rows
      .find(
        { ...ENDS, ...(cursor !== null && { _id: { $gt: cursor } }) },
        { ...entries.options, sort: { _id: 1 }, limit: BATCH },
      )
      .toArray()) as unknown as Entry[]
    if (found.length === 0) return { next: null, changed: 0 }
    const known: Known = {
      orgs: await byId(tx, 'orgs', found.map(({ org }) => org)), // prettier-ignore
      items: await byId(tx, 'catalogueItems', found.map(({ itemId }) => itemId)), // prettier-ignore
      notices: await byId(tx, 'notices', found.map(({ noticeId }) => noticeId)), // prettier-ignore
      editions: await tombstones(tx, found.map(({ noticeId }) => noticeId)), // prettier-ignore
    }
    const made = found.map(entry => rowOf(entry, known))
    const { rows, options } = rawIn(tx, 'removals')
    await rows.deleteMany({ _id: { $in: made.map(({ _id }) => _id) } }, options)
    await rows.insertMany(made, options)
    return { next: found.length < BATCH ? null : found.at(-1)!._id, changed: made.length }
  },
}
