import type { Tx } from './db'
import { type RecordedRow, rowsRecorded, type Written } from './recorded'
import { sessionOf } from './session'

/** Hands the recorded rows that the transaction has written to the ledger, as they are at its end. */
export async function enterRecorded(tx: Tx, collected: ReadonlyMap<string, Written>): Promise<void> {
  const rows: RecordedRow[] = []
  for (const [name, { collection, recorded, ids }] of collected) {
    const session = sessionOf({ db: tx.connection })
    const found = await collection.find({ _id: { $in: [...ids] } }, { session }).toArray()
    for (const row of found as Record<string, unknown>[]) {
      rows.push({
        kind: recorded.as,
        org: String(row[recorded.org]),
        name: `${name}/${String(row._id)}`,
        row,
      })
    }
  }
  if (rows.length > 0) await tx.emit(rowsRecorded, rows)
}
