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
import type { CommandContext } from '@server/platform/access/commandContext'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { prepareCatalogue } from '@server/catalogues/catalogue'

/** Area 领域 of a village's file whose title names none. */
const USUAL_AREA = '村务公开'

/** Reads a village's list file, by the reader of catalogues. @throws AppError 422 as prepareCatalogue */
export const prepareList = (file: CatalogueFile): Promise<PreparedCatalogue> =>
  prepareCatalogue({ ...file, usualArea: USUAL_AREA })

export interface ImportCounts {
  adopted: number
  adapted: number
  added: number
  /** Rows whose matter stood in the list already: the list's own wording stays. */
  known: number
}

const nameOf = (area: string, path: readonly string[]) => JSON.stringify([area, ...path])
const wordingOf = ({ elements, deadline }: ReadRow): Wording => ({ elements, deadline })

/** The line that a row becomes: the street's item where area and name are the same, else the village's own. */
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
 * 导入: takes the rows of a village's existing list file over into its list. What the street's catalogue has under the same
 * name is adopted or adapted, the rest is the village's own. Runs in a transaction.
 * @throws AppError 422 for personal data; 409 `list-changed`
 */
export async function importList(
  deed: CommandContext,
  { org, street }: VillagePlace,
  seen: number,
  prepared: PreparedCatalogue,
): Promise<ImportCounts> {
  const { db, clock } = deed.services
  const issues = privacyIssues(prepared, chinaDate(clock.now()))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const items = new Map(
    (await itemsInForceOf(db, street._id)).map(item => [nameOf(item.area, item.path), item]),
  )
  const lines = prepared.parts.flatMap(({ area, rows }) =>
    rows.map(row => lineOf(org._id, area, row, items.get(nameOf(area, row.path)))),
  )
  const counts: ImportCounts = { adopted: 0, adapted: 0, added: 0, known: 0 }
  await changeList(deed, {
    org,
    seen,
    action: 'list.import',
    detail: { rows: lines.length, sha256: prepared.source.sha256 },
    change: list =>
      lines.reduce<ListState>((state, line) => {
        const known = state.lines.some(({ key }) => key === line.key)
        counts[known ? 'known' : line.origin.kind] += 1
        return known ? state : withLine(state, line)
      }, list),
  })
  return counts
}
