import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import { AppError, conflict } from '@server/platform/errors'
import { CatalogueDrafts } from '../models/catalogueDrafts'
import type { DraftContext } from '../queries/catalogueDrafts'
import { type DraftDiffData, loadDraftDiff } from '../queries/draftDiff'
import { draftIssuesFor } from '../draftIssues'
import { refuseUnlessOpen } from './changeDraft'

/**
 * Closes a village's checked draft, whose rows go into the village's own list, and returns its rows with what they change.
 * @throws AppError 409 `draft-changed`, `draft-wrong-state`; 422 `draft-not-ready` with every open cell and decision
 */
export async function takeDraft(
  tx: Tx,
  by: Authorised,
  work: DraftContext,
  version: number,
): Promise<DraftDiffData> {
  const { draft } = work
  refuseUnlessOpen(draft)
  if (draft.version !== version) throw conflict('draft-changed')
  const diff = await loadDraftDiff(tx, work)
  const issues = draftIssuesFor(diff, chinaDate(tx.now))
  if (issues.length > 0) throw new AppError(422, 'draft-not-ready', issues)
  const { modifiedCount } = await tx
    .of(CatalogueDrafts)
    .updateOne(
      { _id: draft._id, version, state: 'open' },
      { $set: { state: 'active', live: false, version: version + 1, updatedAt: tx.now } },
    )
  if (modifiedCount !== 1) throw conflict('draft-changed')
  await audit(tx, by, { orgCode: draft.orgCode, id: draft._id }, { rows: draft.rowCount })
  return diff
}
