import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { cellLabel, isOpen } from '@server/domain/catalogueDraft/fields'
import { mustBeFixed, openFields } from '@server/domain/catalogueDraft/marks'
import type { AcceptSimilarCells } from '@shared/contract/catalogues/catalogueDraft'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { type DraftContext, doubtOf, openLinesOf } from '../queries/catalogueDrafts'
import { changeDraft, refuseUnlessOpen } from './changeDraft'
import { saveDraftRows } from './saveDraftRows'
import type { DraftRow } from '../models/catalogueDrafts'

type Alike = Pick<AcceptSimilarCells, 'field' | 'reason'>

/** Accepts the row's cell as it was read. */
function settled(line: DraftRow, field: AcceptSimilarCells['field']): DraftRow {
  const marks = { ...line.marks, [field]: { ...line.marks[field], state: 'accepted' as const } }
  return { ...line, marks, open: openFields(marks).length }
}

const isAlike =
  ({ field, reason }: Alike) =>
  ({ marks, columns }: DraftRow): boolean =>
    isOpen(marks[field].state) && doubtOf(marks[field]) === reason && mustBeFixed(field, columns) === null

/**
 * Accepts every cell of a column with the same doubt as it was read 同样的疑问一次办.
 * @throws AppError 409 `draft-changed`, `draft-wrong-state`; 422 when no cell is left with this doubt
 */
export async function acceptSimilarCells(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft }: DraftContext,
  { version, field, reason }: AcceptSimilarCells,
): Promise<void> {
  refuseUnlessOpen(draft)
  if (draft.version !== version) throw conflict('draft-changed')
  const alike = (await openLinesOf(tx, draft._id)).filter(isAlike({ field, reason }))
  if (alike.length === 0) {
    const message = `“${cellLabel(field)}”这一栏没有这样等着看的格子了。`
    throw requirementsUnmet([{ code: 'no-such-doubt', field: 'reason', message }])
  }
  await saveDraftRows(
    tx,
    alike.map(line => settled(line, field)),
  )
  await changeDraft(tx, by, {
    draft,
    detail: { field, reason, cells: alike.length },
    set: { open: draft.open - alike.length },
  })
}
