import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { byKey } from '@server/domain/villageCatalogue/keys'
import {
  type ListState,
  type StreetItem,
  type Wording,
  addedLine,
  adoptedLine,
  alteredLine,
  withLine,
} from '@server/domain/villageCatalogue/lines'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { chinaDate } from '@shared/common/period'
import type { DraftColumns } from '@shared/contract/catalogues/catalogueDraft'
import type { Issue } from '@shared/contract/common'
import type { ApplyDraft, VillageItem } from '@shared/contract/catalogues/villageCatalogue'
import { notFound, requirementsUnmet } from '@server/platform/errors'
import { type AreaDiffData, freshKey, requireDraft, takeDraft } from '@server/catalogues/catalogue'
import { type VillagePlace, itemsInForceOf } from '../queries/villageCatalogue'
import { changeList } from './changeVillageCatalogue'

const nameOf = (area: string, path: readonly string[]) => JSON.stringify([area, ...path])
const wordingOf = ({ elements, deadline }: Wording): Wording => ({ elements, deadline })

function personalIssues(areas: readonly AreaDiffData[], today: string): Issue[] {
  return areas.flatMap(({ lines }) =>
    lines.flatMap(({ columns: { path, elements, deadline }, sourceRow }) =>
      wordsIssues(
        { path: path.join('\n'), elements: elements.join('\n'), deadline: deadline ?? '' },
        today,
      ).map(issue => ({
        ...issue,
        ...(sourceRow !== null && { row: sourceRow, message: `第 ${sourceRow} 行：${issue.message}` }),
      })),
    ),
  )
}

/** What a row becomes: the street's item where it has the same name, else the village's own. */
interface Target {
  /** The list's item that the row changes. */
  line: VillageItem | undefined
  item: StreetItem | undefined
  key: string
}

function lineOf(columns: DraftColumns, area: string, { line, item, key }: Target): VillageItem {
  const wording = wordingOf(columns)
  if (item) return alteredLine(adoptedLine(item), wording, item)
  if (line && line.origin.kind !== 'added') return alteredLine(line, wording, null)
  const { displayNo, path, basis, subjects, channels, audience, mode, levels } = columns
  const own = addedLine(key, area, path, wording)
  return { ...own, displayNo, basis, subjects, channels, audience, mode, levels: levels ?? own.levels }
}

/** Applies the rows of one area to the list. */
function withArea(
  list: ListState,
  { area, lines, pairing }: AreaDiffData,
  street: readonly StreetItem[],
  orgCode: string,
): ListState {
  const known = new Map([...pairing.same, ...pairing.renamed.map(({ rowId, key }) => [rowId, key] as const)])
  const gone = new Set(pairing.gone)
  const kept: ListState = { ...list, items: list.items.filter(({ key }) => !gone.has(key)) }
  const listed = byKey(kept.items)
  const items = byKey(street)
  const named = new Map(street.map(item => [nameOf(item.area, item.path), item]))
  const taken = new Set(listed.keys())
  return lines.reduce<ListState>((state, { _id, columns }) => {
    const key = known.get(_id)
    const found = key === undefined ? named.get(nameOf(area, columns.path)) : items.get(key)
    const item = found && (key !== undefined || !taken.has(found.key)) ? found : undefined
    const target = {
      line: key === undefined ? undefined : listed.get(key),
      item,
      key: key ?? item?.key ?? freshKey(`${orgCode}/${area}`, columns.path, taken),
    }
    taken.add(target.key)
    return withLine(state, lineOf(columns, area, target))
  }, kept)
}

/**
 * Puts the rows of a checked draft into the village's list 用到目录里: changes, adds, and leaves out what the file leaves out.
 * Activates nothing.
 * @throws AppError 404 `draft-not-found`; 422 `draft-not-ready` and for personal data; 409 `list-changed`, `draft-changed`
 */
export async function applyDraft(
  tx: Tx,
  by: Authorised<'villageCatalogue.import'>,
  { org, street }: VillagePlace,
  { draft, version, listVersion }: ApplyDraft,
): Promise<void> {
  const work = await requireDraft(tx, draft)
  if (work.org._id !== org._id) throw notFound('draft-not-found', 'draft')
  const { areas } = await takeDraft(tx, by, work, version)
  const issues = personalIssues(areas, chinaDate(tx.now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const items = await itemsInForceOf(tx, street._id)
  await changeList(tx, by, {
    org,
    seen: listVersion,
    detail: { draft, sha256: work.draft.sha256 },
    change: list => areas.reduce<ListState>((state, area) => withArea(state, area, items, org._id), list),
  })
}
