import type { Tx } from '@server/platform/store/db'
import { conflict } from '@server/platform/errors'
import { CatalogueDraftRows, type DraftRow } from '../models/catalogueDrafts'

/** Stores changed rows of a draft, each by compare-and-set. @throws AppError 409 `draft-changed` */
export async function saveDraftRows(tx: Tx, lines: readonly DraftRow[]): Promise<void> {
  const { modifiedCount } = await tx.of(CatalogueDraftRows).bulkWrite(
    lines.map(({ _id, columns, marks, open, version }) => ({
      updateOne: {
        filter: { _id, version },
        update: { $set: { columns, marks, open, isOpen: open > 0, version: version + 1 } },
      },
    })),
  )
  if (modifiedCount !== lines.length) throw conflict('draft-changed')
}
