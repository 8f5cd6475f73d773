import type { AreaDiffData } from '../queries/draftDiff'
import { freshKey } from './itemKeys'
import type { VersionItem } from './storeVersion'
import type { DraftRow } from '../models/catalogueDrafts'
import type { CatalogueItemRow } from '../models/catalogueItems'

/** Marks for readers a channel whose tick could not be recognised. */
const stillOpen = ({ columns }: DraftRow): CatalogueItemRow['uncertain'] =>
  columns.channels.some(({ ticked }) => ticked === null)
    ? [{ field: 'channels', reason: '勾选的位置已丢失，看不出勾的是哪一栏' }]
    : []

/**
 * Builds the items of a new version from the rows of one area. An item in force under the same or its former name keeps its
 * key, so that notices, links and obligations stay attached.
 */
export function draftItems({ area, lines, pairing }: AreaDiffData): VersionItem[] {
  const known = new Map([...pairing.same, ...pairing.renamed.map(({ rowId, key }) => [rowId, key] as const)])
  const taken = new Set(known.values())
  return lines.map(line => ({
    key: known.get(line._id) ?? freshKey(area, line.columns.path, taken),
    columns: line.columns,
    uncertain: stillOpen(line),
  }))
}
