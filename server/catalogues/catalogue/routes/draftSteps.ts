import {
  AcceptAlike,
  ActivateDraft,
  ActivatedDraft,
  AddRow,
  DraftPage,
  DropRow,
  FillArea,
  UpdateDraftRow,
  UpdatedDraftRow,
  MoveDraft,
  RestoreRow,
  SetTerms,
} from '@shared/contract/catalogues/catalogueDraft'
import { Id } from '@shared/contract/common'
import { z } from 'zod'
import { acceptSimilarCells } from '../commands/acceptSimilarCells'
import { activateDraft } from '../commands/activateDraft'
import { addDraftRow } from '../commands/addDraftRow'
import type { CommandContext } from '@server/platform/access/commandContext'
import { dropDraftRow, restoreDraftRow } from '../commands/dropDraftRow'
import { setAreaForRows } from '../commands/setAreaForRows'
import { updateDraftRow } from '../commands/updateDraftRow'
import { discardDraft, reopenDraft, setDraftTerms, submitDraft } from '../commands/advanceDraft'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { presentCatalogueVersion } from '../presenters/catalogue'
import { presentDraft, presentDraftRow } from '../presenters/catalogueDraft'
import {
  type DraftRowContext,
  type DraftContext,
  requireDraftRow,
  requireDraft,
} from '../queries/catalogueDrafts'
import { staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import type { Action } from '../policy'

const tag = '目录管理'
const one = '/catalogue-drafts/:id'
const row = '/catalogue-draft-rows/:id'
const params = z.object({ id: Id })

/** Shows a row and its draft as they stand after a change. */
async function shownRow({ services: { db }, actor }: CommandContext, id: string) {
  const work = await requireDraftRow(db, id)
  return { row: presentDraftRow(work.line), draft: presentDraft(work, actor) }
}

/** A change of one row. */
const rowStep = <B extends z.ZodType>(
  { method, path, summary, body }: { method: 'post' | 'put'; path: string; summary: string; body: B },
  command: (deed: CommandContext, work: DraftRowContext, body: z.output<B>) => Promise<void>,
) =>
  staffWrite({
    method,
    path,
    tag,
    summary,
    params,
    body,
    response: UpdatedDraftRow,
    handle: ({ commit, params: { id }, body: input, ...deed }) =>
      commit(async () => {
        const work = await requireDraftRow(deed.services.db, id)
        authorize(deed.actor, 'catalogue.mend', orgTarget(work.org))
        await command(deed, work, input)
        return shownRow(deed, id)
      }),
  })

type OrgAction = Exclude<Action & `catalogue.${string}`, 'catalogue.activate'>

interface DraftStep<B> {
  method: 'post' | 'put'
  path: string
  summary: string
  body: B
  action: OrgAction
}

/** A step of the draft as a whole. */
const draftStep = <B extends z.ZodType>(
  { method, path, summary, body, action }: DraftStep<B>,
  command: (deed: CommandContext, work: DraftContext, body: z.output<B>) => Promise<void>,
) =>
  staffWrite({
    method,
    path,
    tag,
    summary,
    params,
    body,
    response: DraftPage,
    handle: ({ commit, params: { id }, body: input, ...deed }) =>
      commit(async () => {
        const { db } = deed.services
        const work = await requireDraft(db, id)
        authorize(deed.actor, action, orgTarget(work.org))
        await command(deed, work, input)
        return presentDraft(await requireDraft(db, id), deed.actor)
      }),
  })

/** A step that needs nothing but the version that was seen. */
const plainStep = (
  name: 'submit' | 'reopen' | 'discard',
  summary: string,
  command: (deed: CommandContext, work: DraftContext, seen: number) => Promise<void>,
) =>
  draftStep(
    { method: 'post', path: `${one}/${name}`, summary, body: MoveDraft, action: `catalogue.${name}` },
    (deed, work, { version }) => command(deed, work, version),
  )

export const draftStepRoutes = [
  rowStep(
    { method: 'put', path: row, summary: '改草稿一行里的格子，或确认存疑的格子读对了', body: UpdateDraftRow },
    updateDraftRow,
  ),
  rowStep(
    { method: 'post', path: `${row}/drop`, summary: '去掉草稿里的一行，写明理由；可以放回', body: DropRow },
    dropDraftRow,
  ),
  rowStep(
    { method: 'post', path: `${row}/restore`, summary: '把去掉的一行放回草稿', body: RestoreRow },
    restoreDraftRow,
  ),
  staffWrite({
    method: 'post',
    path: `${one}/rows`,
    tag,
    summary: '给草稿补一行',
    params,
    body: AddRow,
    response: UpdatedDraftRow,
    status: 201,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(async () => {
        const work = await requireDraft(deed.services.db, id)
        authorize(deed.actor, 'catalogue.mend', orgTarget(work.org))
        return shownRow(deed, await addDraftRow(deed, work, body))
      }),
  }),
  draftStep(
    {
      method: 'post',
      path: `${one}/accept`,
      summary: '一栏里同样的疑问，全部按读到的采用',
      body: AcceptAlike,
      action: 'catalogue.mend',
    },
    acceptSimilarCells,
  ),
  draftStep(
    {
      method: 'put',
      path: `${one}/area`,
      summary: '没有写明领域的行，都写上同一个领域',
      body: FillArea,
      action: 'catalogue.mend',
    },
    setAreaForRows,
  ),
  draftStep(
    {
      method: 'put',
      path: `${one}/terms`,
      summary: '写明新目录的生效日，以及哪个事项接续现行目录的哪个事项',
      body: SetTerms,
      action: 'catalogue.mend',
    },
    setDraftTerms,
  ),
  plainStep('submit', '核对完了，交给街道的另一个人启用', submitDraft),
  plainStep('reopen', '退回核对', reopenDraft),
  plainStep('discard', '作废一份草稿', discardDraft),
  staffWrite({
    method: 'post',
    path: `${one}/activate`,
    tag,
    summary: '启用目录：由街道没有参与导入和修改的另一个人办',
    params,
    body: ActivateDraft,
    response: ActivatedDraft,
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(async () => {
        const { db } = deed.services
        const work = await requireDraft(db, id)
        const { writers } = work.draft
        authorize(deed.actor, 'catalogue.activate', { org: orgTarget(work.org), writers })
        const stored = await activateDraft(deed, work, body)
        return {
          draft: presentDraft(await requireDraft(db, id), deed.actor),
          catalogues: stored.map(presentCatalogueVersion),
        }
      }),
  }),
]
