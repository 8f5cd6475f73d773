import type { Tx } from '@server/platform/store/db'
import { isDone, isUndone } from '@server/domain/obligation'
import type { MatterKeys } from '@server/catalogues/villageCatalogue'
import { Obligations, type ObligationRow } from '../models/obligations'
import type { ObligingItem } from '../queries/obligingItems'
import { changeObligation, itemFields } from './obligationRows'

/** Whether somebody settled it: by a disclosure, or by marking it as not applicable with a reason. */
const isSettled = (row: ObligationRow): boolean =>
  isDone(row) || (row.status === 'not-applicable' && !row.byRule)

/** Returns which of two obligations of one matter and cause goes: the one not settled, else the later; null: neither. */
function superseded(row: ObligationRow, twin: ObligationRow): ObligationRow | null {
  if (isSettled(row) && isSettled(twin)) return null
  if (isSettled(twin)) return row
  return isSettled(row) || isUndone(row) ? twin : row
}

interface Merged {
  /** The obligations as they are now. */
  known: ObligationRow[]
  /** What the matrix has to be updated for, before and after. */
  touched: ObligationRow[]
}

/**
 * Moves obligations of items no longer in the catalogue to the item that is linked with theirs as the same 同一事项, with
 * their state, day and notice: so a village that puts its own catalogue into force neither loses an obligation nor gets
 * it twice. Of two for one matter and cause the one that somebody settled stays, else the earlier; two that are both
 * settled stay.
 */
export async function mergeMatters(
  tx: Tx,
  rows: readonly ObligationRow[],
  items: ReadonlyMap<string, ObligingItem>,
  keysOf: MatterKeys,
): Promise<Merged> {
  const known = new Map(rows.map(row => [row._id, row]))
  const touched: ObligationRow[] = []
  for (const row of rows) {
    const now = items.has(row.itemKey) ? undefined : keysOf(row.itemKey).find(key => items.has(key))
    if (now === undefined) continue
    const place = { orgCode: row.orgCode, itemKey: now, causeKey: row.causeKey }
    const twin = await tx.of(Obligations).findOne(place).lean<ObligationRow>().exec()
    const over = twin && superseded(row, twin)
    if (twin && !over) continue
    if (over) {
      await tx.of(Obligations).deleteOne({ _id: over._id })
      known.delete(over._id)
      touched.push(over)
    }
    if (over === row) continue
    const next = await changeObligation(
      tx,
      row,
      { itemKey: now, ...itemFields(items.get(now)!.item) },
      tx.now,
    )
    if (!next) continue
    known.set(next._id, next)
    touched.push(row, next)
  }
  return { known: [...known.values()], touched }
}
