import { chinaDate } from '@shared/common/period'
import type { DraftState, SetTerms } from '@shared/contract/catalogues/catalogueDraft'
import { AppError, conflict } from '@server/platform/errors'
import type { DraftContext } from '../queries/catalogueDrafts'
import { loadDraftDiff } from '../queries/draftDiff'
import { draftIssuesFor } from '../draftIssues'
import { changeDraft, refuseUnlessOpen } from './changeDraft'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { CatalogueDrafts } from '../models/catalogueDrafts'

interface Move {
  action: 'catalogue.submit' | 'catalogue.reopen' | 'catalogue.discard'
  from: readonly DraftState[]
  to: DraftState
}

/** Applies one state transition of a draft: compare-and-set on its version. */
async function move(
  deed: CommandContext,
  { draft }: DraftContext,
  seen: number,
  { action, from, to }: Move,
): Promise<void> {
  const { db, clock } = deed.services
  if (!from.includes(draft.state)) throw conflict('draft-wrong-state')
  const live = to === 'open' || to === 'submitted'
  const { modifiedCount } = await db
    .of(CatalogueDrafts)
    .updateOne(
      { _id: draft._id, version: seen, state: draft.state },
      { $set: { state: to, live, version: seen + 1, updatedAt: clock.now() } },
    )
  if (modifiedCount !== 1) throw conflict('draft-changed')
  await audit(deed, action, { orgCode: draft.orgCode, id: draft._id })
}

/**
 * Submits a checked draft 提交 for activation by a second person; it is locked until then. Runs in the caller's transaction.
 * @throws AppError 422 `draft-not-ready` with every open cell and missing decision; 409
 */
export async function submitDraft(deed: CommandContext, work: DraftContext, seen: number): Promise<void> {
  const { db, clock } = deed.services
  refuseUnlessOpen(work.draft)
  const today = chinaDate(clock.now())
  const issues = draftIssuesFor(await loadDraftDiff(db, work), today).filter(({ code }) => code !== 'not-yet')
  if (issues.length > 0) throw new AppError(422, 'draft-not-ready', issues)
  await move(deed, work, seen, { action: 'catalogue.submit', from: ['open'], to: 'submitted' })
}

/** Returns a submitted draft for correction 退回. Runs in the caller's transaction. @throws AppError 409 */
export const reopenDraft = (deed: CommandContext, work: DraftContext, seen: number): Promise<void> =>
  move(deed, work, seen, { action: 'catalogue.reopen', from: ['submitted'], to: 'open' })

/** Discards a draft 作废; its rows stay readable. Runs in the caller's transaction. @throws AppError 409 */
export const discardDraft = (deed: CommandContext, work: DraftContext, seen: number): Promise<void> =>
  move(deed, work, seen, { action: 'catalogue.discard', from: ['open', 'submitted'], to: 'discarded' })

/**
 * Sets the effective date and the successors of items 生效日和接续: which rows replace which items. Runs in the caller's
 * transaction.
 * @throws AppError 409 `draft-changed`, `draft-wrong-state`
 */
export async function setDraftTerms(
  deed: CommandContext,
  { draft }: DraftContext,
  { version, effectiveFrom, successors }: SetTerms,
): Promise<void> {
  refuseUnlessOpen(draft)
  if (draft.version !== version) throw conflict('draft-changed')
  await changeDraft(deed, {
    draft,
    action: 'catalogue.mend',
    detail: { effectiveFrom: effectiveFrom ?? '', successors: successors.length },
    set: { effectiveFrom, successors },
  })
}
