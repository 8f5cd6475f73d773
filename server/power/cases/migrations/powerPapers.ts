import type { Tx } from '@server/platform/store/db'
import { trusted } from 'mongoose'
import type { CaseState } from '@server/domain/power/case'
import type { Batch, Migration } from '@server/platform/migrations/types'
import { PowerCases, type PowerCaseRow } from '../models/powerCases'
import { addTaken, itemsOf, PowerLists } from '@server/power/lists'

const BATCH = 50

type Older<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>
type OlderState = Older<CaseState, 'remarks'>

function completed(state: OlderState): CaseState {
  const visits = state.visits.map(visit =>
    visit.finished ? { ...visit, finished: { ...visit.finished, files: [] } } : visit,
  )
  const [item] = itemsOf([state.item])
  return { ...state, item: item!, visits, remarks: [] }
}

async function completeCases(tx: Tx, cursor: string | null): Promise<Batch> {
  const rows = await tx
    .of(PowerCases)
    .find(cursor === null ? {} : { _id: trusted({ $gt: cursor }) })
    .sort({ _id: 1 })
    .limit(BATCH)
    .lean<(Pick<PowerCaseRow, '_id'> & { state: OlderState })[]>()
    .exec()
  const older = rows.filter(({ state }) => state.remarks === undefined)
  for (const { _id, state } of older) {
    await tx.of(PowerCases).updateOne({ _id }, { $set: { state: completed(state) } })
  }
  return { next: rows.length < BATCH ? null : rows.at(-1)!._id, changed: older.length }
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
  batch: async (tx, cursor) => {
    const lists = cursor === null ? await addTaken(tx) : 0
    const { next, changed } = await completeCases(tx, cursor)
    return { next, changed: changed + lists }
  },
}
