import type { DraftPage, UpdatedDraftRow, MoveDraft } from '@shared/contract/catalogues/catalogueDraft'
import { acceptSimilarCells } from '../commands/acceptSimilarCells'
import { activateDraft } from '../commands/activateDraft'
import { addDraftRow } from '../commands/addDraftRow'
import type { CommandContext } from '@server/platform/access/commandContext'
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
import { authorize } from '../policy'
import type { Action } from '../policy'
import { orgTarget } from '@server/people/orgs'

const tag = '目录管理'

/** Presents a row and its draft after a change. */
async function shownRow({ services: { db }, actor }: CommandContext, id: string) {
  const work = await requireDraftRow(db, id)
  return { row: presentDraftRow(work.line), draft: presentDraft(work, actor) }
}

/** Defines a route that changes one row. */
const rowStep = <Body>(
  summary: string,
  command: (deed: CommandContext, work: DraftRowContext, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...deed }: WriteCall<{ id: string }, Body, UpdatedDraftRow>) =>
    commit(async () => {
      const work = await requireDraftRow(deed.services.db, id)
      authorize(deed.actor, 'catalogue.mend', orgTarget(work.org))
      await command(deed, work, body)
      return shownRow(deed, id)
    }),
})

type OrgAction = Exclude<Action & `catalogue.${string}`, 'catalogue.activate'>

/** Defines a route that changes the draft as a whole. */
const draftStep = <Body>(
  action: OrgAction,
  summary: string,
  command: (deed: CommandContext, work: DraftContext, body: Body) => Promise<void>,
) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...deed }: WriteCall<{ id: string }, Body, DraftPage>) =>
    commit(async () => {
      const { db } = deed.services
      const work = await requireDraft(db, id)
      authorize(deed.actor, action, orgTarget(work.org))
      await command(deed, work, body)
      return presentDraft(await requireDraft(db, id), deed.actor)
    }),
})

/** Defines a draft route whose body is only the version seen. */
const plainStep = (
  name: 'submit' | 'reopen' | 'discard',
  summary: string,
  command: (deed: CommandContext, work: DraftContext, seen: number) => Promise<void>,
) =>
  draftStep(`catalogue.${name}`, summary, (deed, work, { version }: MoveDraft) =>
    command(deed, work, version),
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
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(async () => {
        const work = await requireDraft(deed.services.db, id)
        authorize(deed.actor, 'catalogue.mend', orgTarget(work.org))
        return shownRow(deed, await addDraftRow(deed, work, body))
      }),
  }),
  staffWrite(
    'POST /catalogue-drafts/:id/accept',
    draftStep('catalogue.mend', '一栏里同样的疑问，全部按读到的采用', acceptSimilarCells),
  ),
  staffWrite(
    'PUT /catalogue-drafts/:id/area',
    draftStep('catalogue.mend', '没有写明领域的行，都写上同一个领域', setAreaForRows),
  ),
  staffWrite(
    'PUT /catalogue-drafts/:id/terms',
    draftStep('catalogue.mend', '写明新目录的生效日，以及哪个事项接续现行目录的哪个事项', setDraftTerms),
  ),
  staffWrite(
    'POST /catalogue-drafts/:id/submit',
    plainStep('submit', '核对完了，交给街道的另一个人启用', submitDraft),
  ),
  staffWrite('POST /catalogue-drafts/:id/reopen', plainStep('reopen', '退回核对', reopenDraft)),
  staffWrite('POST /catalogue-drafts/:id/discard', plainStep('discard', '作废一份草稿', discardDraft)),
  staffWrite('POST /catalogue-drafts/:id/activate', {
    tag,
    summary: '启用目录：由街道没有参与导入和修改的另一个人办',
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
