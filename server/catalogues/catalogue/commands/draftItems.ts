import { columnsOf } from '@server/domain/catalogue/columns'
import type { ComparedItem } from '../events'
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

/** Merges rows into the items that stay: each in the place of the item that it changes, new ones at the end. */
function withKept(
  written: readonly VersionItem[],
  items: readonly ComparedItem[],
  kept: readonly ComparedItem[],
): VersionItem[] {
  const byKey = new Map(written.map(item => [item.key, item]))
  const stays = new Set(kept.map(({ key }) => key))
  const former = new Set(items.map(({ key }) => key))
  const inPlace = items.flatMap((item): VersionItem[] => {
    const now = byKey.get(item.key)
    if (now) return [now]
    return stays.has(item.key)
      ? [{ key: item.key, columns: columnsOf(item), uncertain: item.uncertain ?? [] }]
      : []
  })
  return [...inPlace, ...written.filter(({ key }) => !former.has(key))]
}

/**
 * Builds the items of a new version from the rows of one area. An item in force under the same or its former name keeps its
 * key, so that notices, links and obligations stay attached. With a draft that only adds and changes the others stay.
 */
export function draftItems({ area, lines, items, pairing, kept }: AreaDiffData): VersionItem[] {
  const known = new Map([...pairing.same, ...pairing.renamed.map(({ rowId, key }) => [rowId, key] as const)])
  const taken = new Set([...known.values(), ...kept.map(({ key }) => key)])
  const written = lines.map(line => ({
    key: known.get(line._id) ?? freshKey(area, line.columns.path, taken),
    columns: line.columns,
    uncertain: stillOpen(line),
  }))
  return kept.length === 0 ? written : withKept(written, items, kept)
}
