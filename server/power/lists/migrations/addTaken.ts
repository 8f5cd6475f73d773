import type { Tx } from '@server/platform/store/db'
import { PowerItem } from '@shared/contract/power/item'
import { CORE_POWERS } from '../queries/powerLists'
import { PowerLists, type PowerListRow } from '../models/powerLists'

type Older = Omit<PowerListRow, 'taken'> & Partial<Pick<PowerListRow, 'taken'>>

export const itemsOf = (items: readonly unknown[]): PowerItem[] => items.map(item => PowerItem.parse(item))

/**
 * Builds the record of adoption of an old list: it was made from the core list of that time; the maintainers of the
 * list decide about later changes.
 */
function takenBy(items: readonly PowerItem[]): PowerListRow['taken'] {
  const core = new Set(CORE_POWERS.map(({ code }) => code))
  const own = items.filter(({ code }) => !core.has(code))
  return { version: 0, differences: own.map(({ code }) => ({ code, model: null, reason: null })) }
}

/** Adds the link to the model to lists written before it existed; one batch, since there are few. */
export async function addTaken(tx: Tx): Promise<number> {
  const rows = await tx.of(PowerLists).find({}).lean<Older[]>().exec()
  const older = rows.filter(({ taken }) => taken === undefined)
  const changes = older.map(({ _id, items: before, adopted }) => {
    const items = itemsOf(before)
    const taken = adopted ? takenBy(items) : null
    return { updateOne: { filter: { _id }, update: { $set: { items, taken } } } }
  })
  if (changes.length > 0) await tx.of(PowerLists).bulkWrite(changes)
  return changes.length
}
