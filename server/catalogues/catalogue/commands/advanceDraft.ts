import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { DraftState, SetTerms } from '@shared/contract/catalogues/catalogueDraft'
import { AppError, conflict } from '@server/platform/errors'
import type { DraftContext } from '../queries/catalogueDrafts'
import { loadDraftDiff } from '../queries/draftDiff'
import { draftIssuesFor } from '../draftIssues'
import { changeDraft, refuseUnlessOpen } from './changeDraft'
import { CatalogueDrafts } from '../models/catalogueDrafts'

interface Move {
  from: readonly DraftState[]
  to: DraftState
}

/** Applies one state transition of a draft: compare-and-set on its version. */
async function move(
  tx: Tx,
  by: Authorised<'catalogueDraft.submit' | 'catalogueDraft.reopen' | 'catalogueDraft.discard'>,
  { draft }: DraftContext,
  seen: number,
  { from, to }: Move,
): Promise<void> {
  if (!from.includes(draft.state)) throw conflict('draft-wrong-state')
  const live = to === 'open' || to === 'submitted'
  const { modifiedCount } = await tx
    .of(CatalogueDrafts)
    .updateOne(
      { _id: draft._id, version: seen, state: draft.state },
      { $set: { state: to, live, version: seen + 1, updatedAt: tx.now } },
    )
  if (modifiedCount !== 1) throw conflict('draft-changed')
  await audit(tx, by, { orgCode: draft.orgCode, id: draft._id })
}

/**
 * Submits a checked draft 提交 for activation by a second person; it is locked until then.
 * @throws AppError 422 `draft-not-ready` with every open cell and missing decision; 409
 */
export async function submitDraft(
  tx: Tx,
  by: Authorised<'catalogueDraft.submit'>,
  work: DraftContext,
  seen: number,
): Promise<void> {
  refuseUnlessOpen(work.draft)
  const today = chinaDate(tx.now)
  const issues = draftIssuesFor(await loadDraftDiff(tx, work), today).filter(({ code }) => code !== 'not-yet')
  if (issues.length > 0) throw new AppError(422, 'draft-not-ready', issues)
  await move(tx, by, work, seen, { from: ['open'], to: 'submitted' })
}

/** Returns a submitted draft for correction 退回. @throws AppError 409 */
export const reopenDraft = (
  tx: Tx,
  by: Authorised<'catalogueDraft.reopen'>,
  work: DraftContext,
  seen: number,
): Promise<void> => move(tx, by, work, seen, { from: ['submitted'], to: 'open' })

/** Discards a draft 作废; its rows stay readable. @throws AppError 409 */
export const discardDraft = (
  tx: Tx,
  by: Authorised<'catalogueDraft.discard'>,
  work: DraftContext,
  seen: number,
): Promise<void> => move(tx, by, work, seen, { from: ['open', 'submitted'], to: 'discarded' })

/**
 * Sets the effective date, the successors of items 生效日和接续 and the scope: which rows replace which items, and whether
 * items that no row names end.
 * @throws AppError 409 `draft-changed`, `draft-wrong-state`
 */
export async function setDraftTerms(
  tx: Tx,
  by: Authorised<'catalogueDraft.update'>,
  { draft }: DraftContext,
  { version, effectiveFrom, successors, scope = draft.scope }: SetTerms,
): Promise<void> {
  refuseUnlessOpen(draft)
  if (draft.version !== version) throw conflict('draft-changed')
  await changeDraft(tx, by, {
    draft,
    detail: { effectiveFrom: effectiveFrom ?? '', successors: successors.length, scope: scope ?? '' },
    set: { effectiveFrom, successors, ...(scope && { scope }) },
  })
}
