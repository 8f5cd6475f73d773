import type { AreaDiffData } from '../queries/draftDiff'
import { freshKey } from './itemKeys'
import type { VersionItem } from './storeVersion'
import type { DraftRow } from '../models/catalogueDrafts'
import type { CatalogueItemRow } from '../models/catalogueItems'

/** A channel whose tick nobody could tell is told to readers too. */
const stillOpen = ({ columns }: DraftRow): CatalogueItemRow['uncertain'] =>
  columns.channels.some(({ ticked }) => ticked === null)
    ? [{ field: 'channels', reason: '勾选的位置已丢失，看不出勾的是哪一栏' }]
    : []

/**
 * Items of a new version from the rows of one area. A matter keeps its key where it is in force under this or under its
 * former name, so that notices, links and duties go on.
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
