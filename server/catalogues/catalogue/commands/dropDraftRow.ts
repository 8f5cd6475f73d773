import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { DropRow, RestoreRow } from '@shared/contract/catalogues/catalogueDraft'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { DraftRowContext } from '../queries/catalogueDrafts'
import { changeDraft, changeLine, refuseUnlessOpen } from './changeDraft'
import { wordsIssues } from '@server/domain/privacy/textIssues'

/**
 * Drops a row 去掉一行: stores it with the reason, so that it can be restored.
 * @throws AppError 409 `draft-row-changed`, `draft-changed`, `draft-wrong-state`
 */
export async function dropDraftRow(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft, line }: DraftRowContext,
  { version, reason }: DropRow,
): Promise<void> {
  refuseUnlessOpen(draft)
  if (line.dropped) throw conflict('draft-row-changed')
  const now = tx.now
  const issues = wordsIssues({ reason }, chinaDate(now))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const dropped = { reason, by: by.actor.name, at: now.toISOString() }
  await changeLine(tx, line, version, { dropped })
  await changeDraft(tx, by, {
    draft,
    lineId: line._id,
    detail: { dropped: reason },
    set: { rowCount: draft.rowCount - 1, open: draft.open - line.open },
  })
}

/** Restores a dropped row 放回一行. @throws AppError as dropDraftRow */
export async function restoreDraftRow(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft, line }: DraftRowContext,
  { version }: RestoreRow,
): Promise<void> {
  refuseUnlessOpen(draft)
  if (!line.dropped) throw conflict('draft-row-changed')
  await changeLine(tx, line, version, { dropped: null })
  await changeDraft(tx, by, {
    draft,
    lineId: line._id,
    detail: { restored: 1 },
    set: { rowCount: draft.rowCount + 1, open: draft.open + line.open },
  })
}
