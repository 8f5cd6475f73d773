import { trusted } from 'mongoose'
import type { CaseState } from '@server/domain/power/case'
import { PowerItem } from '@shared/contract/power/item'
import type { Db } from '@server/platform/store/db'
import type { Batch, Migration } from '@server/platform/migrations/types'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'
import { CORE_POWERS, PowerLists, type PowerListRow } from '@server/power/lists'

const BATCH = 50

type Older<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>
type OlderState = Older<CaseState, 'remarks'>

const itemsOf = (items: readonly unknown[]): PowerItem[] => items.map(item => PowerItem.parse(item))

/**
 * Builds the record of adoption of an old list: it was made from the core list of that time; the maintainers of the
 * list decide about later changes.
 */
function takenBy(items: readonly PowerItem[]): PowerListRow['taken'] {
  const core = new Set(CORE_POWERS.map(({ code }) => code))
  const own = items.filter(({ code }) => !core.has(code))
  return { version: 0, differences: own.map(({ code }) => ({ code, model: null, reason: null })) }
}

/** Migrates all lists in the first batch; there are few. */
async function mendLists(db: Db): Promise<number> {
  const rows = await db.of(PowerLists).find({}).lean<Older<PowerListRow, 'taken'>[]>().exec()
  const older = rows.filter(({ taken }) => taken === undefined)
  const changes = older.map(({ _id, items: before, adopted }) => {
    const items = itemsOf(before)
    const taken = adopted ? takenBy(items) : null
    return { updateOne: { filter: { _id }, update: { $set: { items, taken } } } }
  })
  if (changes.length > 0) await db.of(PowerLists).bulkWrite(changes)
  return changes.length
}

function mended(state: OlderState): CaseState {
  const visits = state.visits.map(visit =>
    visit.finished ? { ...visit, finished: { ...visit.finished, files: [] } } : visit,
  )
  const [item] = itemsOf([state.item])
  return { ...state, item: item!, visits, remarks: [] }
}

async function mendCases(db: Db, cursor: string | null): Promise<Batch> {
  const rows = await db
    .of(PowerCases)
    .find(cursor === null ? {} : { _id: trusted({ $gt: cursor }) })
    .sort({ _id: 1 })
    .limit(BATCH)
    .lean<(Pick<PowerCaseRow, '_id'> & { state: OlderState })[]>()
    .exec()
  const older = rows.filter(({ state }) => state.remarks === undefined)
  const changes = older.map(({ _id, state }) => ({
    updateOne: { filter: { _id }, update: { $set: { state: mended(state) } } },
  }))
  if (changes.length > 0) await db.of(PowerCases).bulkWrite(changes)
  return { next: rows.length < BATCH ? null : rows.at(-1)!._id, changed: changes.length }
}

/**
 * Migrates lists and cases written before paper files, step forms, supervisors' remarks and the link to the model
 * existed.
 */
export const powerPapers: Migration = {
  to: 3,
  title: '补齐小微权力清单和办件：凭证文件、表单、监督意见、和示范清单的不同',
  count: async db =>
    (await db.of(PowerLists).countDocuments({})) + (await db.of(PowerCases).countDocuments({})),
  batch: async (db, cursor) => {
    const lists = cursor === null ? await mendLists(db) : 0
    const { next, changed } = await mendCases(db, cursor)
    return { next, changed: changed + lists }
  },
}
