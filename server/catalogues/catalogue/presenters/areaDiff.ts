import { columnsOfItem } from '@server/domain/catalogueDraft/cellText'
import { changesOf } from '@server/domain/catalogueDraft/changes'
import type { Pairing } from '@server/domain/catalogueDraft/pair'
import type { AreaDiff, DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import type { ComparedItem } from '../events'
import type { CatalogueRow } from '../models/catalogues'
import type { StillBound } from '../queries/draftDiff'

/** New rows of one area with the items that they replace. */
export interface ComparedArea {
  area: string
  title: string
  /** What it is compared with, in Chinese. */
  note: string
  before: Pick<CatalogueRow, '_id' | 'version' | 'effectiveFrom'> | null
  /** Columns by row id. */
  rows: ReadonlyMap<string, DraftColumns>
  items: readonly ComparedItem[]
  pairing: Pairing
  /** Items that stay although no row names them. */
  kept?: readonly ComparedItem[]
}

/** Limit of entries shown in each list of differences; the counts are complete. */
const MOST_SHOWN = 300

/** Describes the comparison with a version in force. */
export const comparedWith = (before: Pick<CatalogueRow, 'version'> | null): string =>
  before ? `和现行第 ${before.version} 版比` : '现行目录里没有这个领域，整个是新的'

/** Presents the difference of one area, of the street's catalogue and of a village's, to staff. */
export function presentAreaDiff(
  { rows, items, pairing, before, kept = [], ...head }: ComparedArea,
  bound: ReadonlyMap<string, StillBound>,
): AreaDiff {
  const itemOf = new Map(items.map(item => [item.key, item]))
  const pathOf = (rowId: string) => rows.get(rowId)!.path
  const fieldsOf = (rowId: string, key: string) =>
    changesOf(columnsOfItem(itemOf.get(key)!), rows.get(rowId)!)
  const changed = [...pairing.same].flatMap(([rowId, key]) => {
    const fields = fieldsOf(rowId, key)
    return fields.length > 0 ? [{ rowId, path: pathOf(rowId), fields }] : []
  })
  const { renamed, gone, fresh } = pairing
  return {
    ...head,
    before: before && { id: before._id, version: before.version, effectiveFrom: before.effectiveFrom },
    counts: {
      added: fresh.length,
      removed: gone.length,
      changed: changed.length,
      renamed: renamed.length,
      same: pairing.same.size - changed.length,
      kept: kept.length,
    },
    added: fresh.slice(0, MOST_SHOWN).map(rowId => ({ rowId, path: pathOf(rowId) })),
    removed: gone.slice(0, MOST_SHOWN).map(key => ({
      key,
      path: itemOf.get(key)!.path,
      ...(bound.get(key) ?? { obligations: 0, notices: 0, villages: 0 }),
    })),
    changed: changed.slice(0, MOST_SHOWN),
    renamed: renamed.slice(0, MOST_SHOWN).map(({ key, rowId, suggested }) => ({
      key,
      rowId,
      suggested,
      path: pathOf(rowId),
      before: itemOf.get(key)!.path,
      fields: fieldsOf(rowId, key),
    })),
  }
}
