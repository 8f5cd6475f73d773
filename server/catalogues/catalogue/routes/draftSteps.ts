import type { Authorised } from '@server/platform/access/caller'
import type { Actor } from '@server/platform/access/actor'
import type { Db, Tx } from '@server/platform/store/db'
import type { DraftPage, UpdatedDraftRow, AdvanceDraft } from '@shared/contract/catalogues/catalogueDraft'
import { acceptSimilarCells } from '../commands/acceptSimilarCells'
import { activateDraft } from '../commands/activateDraft'
import { addDraftRow } from '../commands/addDraftRow'
import { dropDraftRow, restoreDraftRow } from '../commands/dropDraftRow'
import { setAreaForRows } from '../commands/setAreaForRows'
import { updateDraftRow } from '../commands/updateDraftRow'
import { discardDraft, reopenDraft, setDraftTerms, submitDraft } from '../commands/advanceDraft'
import { presentCatalogueVersion } from '../presenters/catalogue'
import { presentDraft, presentDraftRow } from '../presenters/catalogueDraft'
import {
  type DraftRowContext,
  type DraftContext,
  requireDraftRow,
  requireDraft,
} from '../queries/catalogueDrafts'
import { type WriteCall, staffWrite } from '@server/http/route'
import { authorize, type Action } from '../policy'
import { orgTarget } from '@server/people/orgs'

const tag = '目录草稿'

/** Presents a row and its draft after a change. */
async function shownRow(db: Db, actor: Actor, id: string) {
  const work = await requireDraftRow(db, id)
  return { row: presentDraftRow(work.line), draft: presentDraft(work, actor) }
}

/** Defines a route that changes one row. */
const rowStep = <Body>(
  summary: string,
  command: (
    tx: Tx,
    by: Authorised<'catalogueDraft.update'>,
    work: DraftRowContext,
    body: Body,
  ) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...caller }: WriteCall<{ id: string }, Body, UpdatedDraftRow>) =>
    commit(async tx => {
      const work = await requireDraftRow(tx, id)
      const by = authorize(caller, 'catalogueDraft.update', orgTarget(work.org))
      await command(tx, by, work, body)
      return shownRow(tx, caller.actor, id)
    }),
})

type OrgAction = Exclude<Action & `catalogueDraft.${string}`, 'catalogueDraft.activate'>

/** Defines a route that changes the draft as a whole. */
const draftStep = <A extends OrgAction, Body>(
  action: A,
  summary: string,
  command: (tx: Tx, by: Authorised<A>, work: DraftContext, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...caller }: WriteCall<{ id: string }, Body, DraftPage>) =>
    commit(async tx => {
      const work = await requireDraft(tx, id)
      const by = authorize(caller, action, orgTarget(work.org))
      await command(tx, by, work, body)
      return presentDraft(await requireDraft(tx, id), caller.actor)
    }),
})

/** Defines a draft route whose body is only the version seen. */
const plainStep = <A extends 'catalogueDraft.submit' | 'catalogueDraft.reopen' | 'catalogueDraft.discard'>(
  action: A,
  summary: string,
  command: (tx: Tx, by: Authorised<A>, work: DraftContext, seen: number) => Promise<void>,
) =>
  draftStep(action, summary, (tx, by: Authorised<A>, work, { version }: AdvanceDraft) =>
    command(tx, by, work, version),
  )

export const draftStepRoutes = [
  staffWrite(
    'PUT /catalogue-draft-rows/:id',
    rowStep('改草稿一行里的格子，或确认存疑的格子读对了', updateDraftRow),
  ),
  staffWrite(
    'POST /catalogue-draft-rows/:id/drop',
    rowStep('去掉草稿里的一行，写明理由；可以放回', dropDraftRow),
  ),
  staffWrite('POST /catalogue-draft-rows/:id/restore', rowStep('把去掉的一行放回草稿', restoreDraftRow)),
  staffWrite('POST /catalogue-drafts/:id/rows', {
    tag,
    summary: '给草稿补一行',
    status: 201,
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const work = await requireDraft(tx, id)
        const by = authorize(caller, 'catalogueDraft.update', orgTarget(work.org))
        return shownRow(tx, caller.actor, await addDraftRow(tx, by, work, body))
      }),
  }),
  staffWrite(
    'POST /catalogue-drafts/:id/accept',
    draftStep('catalogueDraft.update', '一栏里同样的疑问，全部按读到的采用', acceptSimilarCells),
  ),
  staffWrite(
    'PUT /catalogue-drafts/:id/area',
    draftStep('catalogueDraft.update', '没有写明领域的行，都写上同一个领域', setAreaForRows),
  ),
  staffWrite(
    'PUT /catalogue-drafts/:id/terms',
    draftStep(
      'catalogueDraft.update',
      '写明新目录的生效日，以及哪个事项接续现行目录的哪个事项',
      setDraftTerms,
    ),
  ),
  staffWrite(
    'POST /catalogue-drafts/:id/submit',
    plainStep('catalogueDraft.submit', '核对完了，交给街道的另一个人启用', submitDraft),
  ),
  staffWrite(
    'POST /catalogue-drafts/:id/reopen',
    plainStep('catalogueDraft.reopen', '退回核对', reopenDraft),
  ),
  staffWrite(
    'POST /catalogue-drafts/:id/discard',
    plainStep('catalogueDraft.discard', '作废一份草稿', discardDraft),
  ),
  staffWrite('POST /catalogue-drafts/:id/activate', {
    tag,
    summary: '启用目录：由街道没有参与导入和修改的另一个人办',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const work = await requireDraft(tx, id)
        const { writers } = work.draft
        const by = authorize(caller, 'catalogueDraft.activate', { org: orgTarget(work.org), writers })
        const stored = await activateDraft(tx, by, work, body)
        return {
          draft: presentDraft(await requireDraft(tx, id), caller.actor),
          catalogues: stored.map(presentCatalogueVersion),
        }
      }),
  }),
]
