import { conflict } from '@server/platform/errors'
import type { CatalogueDraftLineRow } from '@server/platform/store/collections'
import type { CommandContext } from '@server/platform/access/commandContext'

/** Stores rows of a draft that were altered alike, each by compare-and-set. @throws AppError 409 `draft-changed` */
export async function saveDraftRows(
  { services: { models } }: CommandContext,
  lines: readonly CatalogueDraftLineRow[],
): Promise<void> {
  const { modifiedCount } = await models.catalogueDraftRows.bulkWrite(
    lines.map(({ _id, columns, marks, open, version }) => ({
      updateOne: {
        filter: { _id, version },
        update: { $set: { columns, marks, open, isOpen: open > 0, version: version + 1 } },
      },
    })),
  )
  if (modifiedCount !== lines.length) throw conflict('draft-changed')
}
