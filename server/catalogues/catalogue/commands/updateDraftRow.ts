import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { isOpen } from '@server/domain/catalogueDraft/fields'
import { type Marks, mustBeFixed, openFields } from '@server/domain/catalogueDraft/marks'
import { readCell } from '@server/domain/catalogueDraft/readCell'
import { chinaDate } from '@shared/common/period'
import type {
  AddRow,
  CellField,
  DraftColumns,
  UpdateDraftRow,
} from '@shared/contract/catalogues/catalogueDraft'
import type { Issue } from '@shared/contract/common'
import { requirementsUnmet } from '@server/platform/errors'
import type { DraftRowContext } from '../queries/catalogueDrafts'
import { changeDraft, changeLine, refuseUnlessOpen } from './changeDraft'
import { wordsIssues } from '@server/domain/privacy/textIssues'

type Fix = UpdateDraftRow['fixes'][number] | AddRow['cells'][number]

/**
 * Applies a person's corrections to the columns.
 * @throws AppError 422 for every cell that cannot be read or holds personal data
 */
export function withFixes(columns: DraftColumns, fixes: readonly Fix[], today: string): DraftColumns {
  const issues: Issue[] = []
  let next = columns
  for (const [at, { field, text }] of fixes.entries()) {
    const written = readCell(field, text)
    const place = `fixes.${at}.text`
    if ('problem' in written) issues.push({ code: 'cell-unreadable', field: place, message: written.problem })
    else next = { ...next, ...written.value }
    issues.push(...wordsIssues({ [place]: text }, today))
  }
  if (issues.length > 0) throw requirementsUnmet(issues)
  return next
}

/** Accepts cells as they were read. @throws AppError 422 for a cell without a required value */
function accepted(marks: Marks, columns: DraftColumns, accept: readonly CellField[]): Marks {
  const issues = accept.flatMap((field, at): Issue[] => {
    const must = mustBeFixed(field, columns)
    return must === null ? [] : [{ code: 'cell-must-be-fixed', field: `accept.${at}`, message: `${must}。` }]
  })
  if (issues.length > 0) throw requirementsUnmet(issues)
  const next = { ...marks }
  for (const field of accept) {
    if (isOpen(marks[field].state)) next[field] = { ...marks[field], state: 'accepted' }
  }
  return next
}

function fixed(marks: Marks, fixes: readonly Fix[]): Marks {
  const next = { ...marks }
  for (const { field } of fixes) next[field] = { ...marks[field], state: 'fixed', suggestion: null }
  return next
}

/**
 * Corrects or confirms cells 改一格或确认一格; the source text is stored with each.
 * @throws AppError 409 `draft-row-changed`, `draft-changed`, `draft-wrong-state`; 422 with the cells
 */
export async function updateDraftRow(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft, line }: DraftRowContext,
  { version, fixes, accept }: UpdateDraftRow,
): Promise<void> {
  refuseUnlessOpen(draft)
  const columns = withFixes(line.columns, fixes, chinaDate(tx.now))
  const marks = accepted(fixed(line.marks, fixes), columns, accept)
  const open = openFields(marks).length
  await changeLine(tx, line, version, { columns, marks, open })
  const settled = line.dropped === null ? line.open - open : 0
  await changeDraft(tx, by, {
    draft,
    lineId: line._id,
    detail: { fixed: fixes.map(({ field }) => field).join(','), accepted: accept.join(',') },
    set: { open: draft.open - settled },
  })
}
