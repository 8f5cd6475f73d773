import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { mustBeFixed, openFields } from '@server/domain/catalogueDraft/marks'
import { readCell } from '@server/domain/catalogueDraft/readCell'
import { chinaDate } from '@shared/common/period'
import type { SetAreaForRows } from '@shared/contract/catalogues/catalogueDraft'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { type DraftContext, openLinesOf } from '../queries/catalogueDrafts'
import { changeDraft, refuseUnlessOpen } from './changeDraft'
import { saveDraftRows } from './saveDraftRows'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import type { DraftRow } from '../models/catalogueDrafts'

/** Normalises the area's name. @throws AppError 422 */
function areaOf(text: string, today: string): string {
  const written = readCell('area', text)
  const problem = 'problem' in written ? [written.problem] : []
  const issues = [
    ...problem.map(message => ({ code: 'cell-unreadable', field: 'area', message })),
    ...wordsIssues({ area: text }, today),
  ]
  if (issues.length > 0 || 'problem' in written) throw requirementsUnmet(issues)
  return written.value.area ?? text
}

function withArea(line: DraftRow, area: string): DraftRow {
  const columns = { ...line.columns, area }
  const marks = { ...line.marks, area: { ...line.marks.area, state: 'fixed' as const } }
  return { ...line, columns, marks, open: openFields(marks).length }
}

/**
 * Sets the area 写明领域 of every row without one.
 * @throws AppError 409 `draft-changed`, `draft-wrong-state`; 422 when every row has an area
 */
export async function setAreaForRows(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft }: DraftContext,
  { version, area: text }: SetAreaForRows,
): Promise<void> {
  refuseUnlessOpen(draft)
  if (draft.version !== version) throw conflict('draft-changed')
  const area = areaOf(text, chinaDate(tx.now))
  const without = (await openLinesOf(tx, draft._id)).filter(
    ({ columns }) => mustBeFixed('area', columns) !== null,
  )
  if (without.length === 0) {
    throw requirementsUnmet([{ code: 'areas-known', field: 'area', message: '每一行都已写明领域。' }])
  }
  await saveDraftRows(
    tx,
    without.map(line => withArea(line, area)),
  )
  const named = draft.titles.some(one => one.area === area)
  await changeDraft(tx, by, {
    draft,
    detail: { area, rows: without.length },
    set: {
      open: draft.open - without.length,
      ...(!named && { titles: [...draft.titles, { area, title: draft.title ?? area }] }),
    },
  })
}
