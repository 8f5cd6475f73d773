import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import {
  type ListState,
  type StreetItem,
  type Wording,
  addedLine,
  adoptedLine,
  alteredLine,
  withLine,
} from '@server/domain/villageCatalogue/lines'
import { chinaDate } from '@shared/common/period'
import type { CatalogueRow as ReadRow } from '@shared/contract/catalogues/catalogue'
import type { Issue } from '@shared/contract/common'
import type { VillageItem } from '@shared/contract/catalogues/villageCatalogue'
import type { CatalogueFile } from '@server/documents/catalogue'
import type { PreparedCatalogue } from '@server/documents/catalogue/readParts'
import { requirementsUnmet } from '@server/platform/errors'
import { type VillagePlace, itemsInForceOf } from '../queries/villageCatalogue'
import { ownKey } from './addVillageItem'
import { changeList } from './changeVillageCatalogue'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { prepareCatalogue } from '@server/catalogues/catalogue'

/** Default area 领域 for a village's file without an area in its title. */
const USUAL_AREA = '村务公开'

/** Reads a village catalogue file with the catalogue reader. @throws AppError 422 as prepareCatalogue */
export const prepareList = (file: CatalogueFile): Promise<PreparedCatalogue> =>
  prepareCatalogue({ ...file, usualArea: USUAL_AREA })

export interface ImportCounts {
  adopted: number
  adapted: number
  added: number
  /** Rows whose item was in the village catalogue already; its wording stays. */
  known: number
}

const nameOf = (area: string, path: readonly string[]) => JSON.stringify([area, ...path])
const wordingOf = ({ elements, deadline }: ReadRow): Wording => ({ elements, deadline })

/** Converts a row to a village item: the street's item where area and name match, else the village's own. */
function lineOf(orgCode: string, area: string, row: ReadRow, item: StreetItem | undefined): VillageItem {
  if (item) return alteredLine(adoptedLine(item), wordingOf(row), item)
  const { displayNo, basis, subjects, channels, audience, mode, levels } = row
  const line = addedLine(ownKey(orgCode, area, row.path), area, row.path, wordingOf(row))
  return { ...line, displayNo, basis, subjects, channels, audience, mode, levels: levels ?? line.levels }
}

function privacyIssues({ parts }: PreparedCatalogue, today: string): Issue[] {
  return parts.flatMap(({ rows }) =>
    rows.flatMap(row =>
      wordsIssues({ path: row.path.join('\n'), elements: row.elements.join('\n') }, today).map(issue => ({
        ...issue,
        row: row.row,
      })),
    ),
  )
}

/**
 * Imports the rows of a file 导入 into the village catalogue. Adopts or adapts items with the same name in the street's
 * catalogue; adds the rest as the village's own.
 * @throws AppError 422 for personal data; 409 `list-changed`
 */
export async function importList(
  tx: Tx,
  by: Authorised<'villageCatalogue.import'>,
  { org, street }: VillagePlace,
  seen: number,
  prepared: PreparedCatalogue,
): Promise<ImportCounts> {
  const issues = privacyIssues(prepared, chinaDate(tx.now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const items = new Map(
    (await itemsInForceOf(tx, street._id)).map(item => [nameOf(item.area, item.path), item]),
  )
  const lines = prepared.parts.flatMap(({ area, rows }) =>
    rows.map(row => lineOf(org._id, area, row, items.get(nameOf(area, row.path)))),
  )
  const counts: ImportCounts = { adopted: 0, adapted: 0, added: 0, known: 0 }
  await changeList(tx, by, {
    org,
    seen,
    detail: { rows: lines.length, sha256: prepared.source.sha256 },
    change: list =>
      lines.reduce<ListState>((state, line) => {
        const known = state.items.some(({ key }) => key === line.key)
        counts[known ? 'known' : line.origin.kind] += 1
        return known ? state : withLine(state, line)
      }, list),
  })
  return counts
}
