import { conflict } from '@server/platform/errors'
import type { CommandContext } from '@server/platform/access/commandContext'
import { CatalogueDraftRows, type DraftRow } from '../models/catalogueDrafts'

/** Stores changed rows of a draft, each by compare-and-set. @throws AppError 409 `draft-changed` */
export async function saveDraftRows(
  { services: { db } }: CommandContext,
  lines: readonly DraftRow[],
): Promise<void> {
  const { modifiedCount } = await db.of(CatalogueDraftRows).bulkWrite(
    lines.map(({ _id, columns, marks, open, version }) => ({
      updateOne: {
        filter: { _id, version },
        update: { $set: { columns, marks, open, isOpen: open > 0, version: version + 1 } },
      },
    })),
  )
  if (modifiedCount !== lines.length) throw conflict('draft-changed')
}
