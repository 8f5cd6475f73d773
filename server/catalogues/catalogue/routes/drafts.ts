import type { Authorised, Caller } from '@server/platform/access/caller'
import type { Db, Tx } from '@server/platform/store/db'
import { isVillage } from '@shared/common/orgKinds'
import { chinaDate } from '@shared/common/period'
import { againstOf } from '../commands/activateDraft'
import { createDraft } from '../commands/createDraft'
import { prepareDraft, preparePasted } from '../commands/readDraftUpload'
import type { PreparedDraft } from '@server/documents/catalogue/readDraft'
import {
  presentDiff,
  presentDoubts,
  presentDraft,
  presentDraftRows,
  presentDraftSummary,
} from '../presenters/catalogueDraft'
import {
  type DraftContext,
  doubtsIn,
  draftRowPage,
  requireDraft,
  draftsOf,
  openLinesOf,
} from '../queries/catalogueDrafts'
import { boundTo, loadDraftDiff } from '../queries/draftDiff'
import { draftIssuesFor, draftRemarks } from '../draftIssues'
import { staffRead, staffUpload, staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import { orgTarget, requireOrg, type OrgRow } from '@server/people/orgs'

const tag = '目录草稿'

/** Loads the draft and judges read access. */
async function readable(db: Db, caller: Caller, id: string): Promise<DraftContext> {
  const work = await requireDraft(db, id)
  authorize(caller, 'catalogueDraft.read', orgTarget(work.org))
  return work
}

async function importFor(
  tx: Tx,
  by: Authorised<'catalogueDraft.import'>,
  org: OrgRow,
  prepared: PreparedDraft,
) {
  const { draft, known } = await createDraft(tx, by, org, prepared)
  return { draft: presentDraft({ draft, org }, by.actor), known }
}

/** Returns the area 领域 of a village's file that names none. */
const usualArea = (org: OrgRow) => (isVillage(org) ? { usualArea: '村务公开' } : {})

/** Loads the organisation and judges the permission to import. */
async function importable(db: Db, caller: Caller, code: string) {
  const org = await requireOrg(db, code, 'code')
  return { org, by: authorize(caller, 'catalogueDraft.import', orgTarget(org)) }
}

export const draftRoutes = [
  staffRead('GET /orgs/:code/catalogues/drafts', {
    tag,
    summary: '目录草稿：最近改过的在前',
    handle: async ({ services: { db }, actor, requestId, params: { code } }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'catalogueDraft.read', orgTarget(org))
      const drafts = await draftsOf(db, code)
      return { items: drafts.map(draft => presentDraftSummary({ draft, org })) }
    },
  }),
  staffUpload('POST /orgs/:code/catalogues/drafts', {
    tag,
    summary:
      '导入公开目录文件（表格、网页、文档；装了识别组件的，还有照片和扫描件），存为草稿；同一个文件接着办',
    allow: ({ params: { code }, services, ...caller }) => importable(services.db, caller, code),
    handle: async ({ commit, file, body, params: { code }, ...caller }) => {
      const { org, by } = await importable(caller.services.db, caller, code)
      const { name = file.name, ...more } = body
      const input = { file: name, bytes: file.bytes, ...usualArea(org), ...more }
      const prepared = await prepareDraft(input, caller.services.models)
      return commit(tx => importFor(tx, by, org, prepared))
    },
  }),
  staffWrite('POST /orgs/:code/catalogues/drafts/text', {
    tag,
    summary: '粘贴从网页或文档里复制来的目录文字，存为草稿',
    status: 201,
    handle: async ({ commit, body, params: { code }, ...caller }) => {
      const { org, by } = await importable(caller.services.db, caller, code)
      const prepared = await preparePasted(body, usualArea(org))
      return commit(tx => importFor(tx, by, org, prepared))
    },
  }),
  staffRead('GET /catalogue-drafts/:id', {
    tag,
    summary: '一份目录草稿：来源、还有几格要看、能办什么',
    handle: async ({ services, actor, requestId, params: { id } }) =>
      presentDraft(await readable(services.db, { actor, requestId }, id), actor),
  }),
  staffRead('GET /catalogue-drafts/:id/rows', {
    tag,
    summary: '草稿的行：要看的在前，每一格旁边是原文',
    handle: async ({ services, actor, requestId, params: { id }, query }) => {
      await readable(services.db, { actor, requestId }, id)
      return presentDraftRows(await draftRowPage(services.db, id, query))
    },
  }),
  staffRead('GET /catalogue-drafts/:id/doubts', {
    tag,
    summary: '草稿里同样的疑问，按栏目合在一起',
    handle: async ({ services, actor, requestId, params: { id } }) => {
      await readable(services.db, { actor, requestId }, id)
      return presentDoubts(doubtsIn(await openLinesOf(services.db, id)))
    },
  }),
  staffRead('GET /catalogue-drafts/:id/diff', {
    tag,
    summary: '草稿和现行目录的不同：增加、去掉、改动、改名；还差什么才能启用，启用后会怎样',
    handle: async ({ services, actor, requestId, params: { id } }) => {
      const { db, clock } = services
      const ground = await loadDraftDiff(db, await readable(services.db, { actor, requestId }, id))
      const gone = ground.areas.flatMap(({ pairing }) => pairing.gone)
      const bound = await boundTo(db, ground.org, gone)
      const issues = draftIssuesFor(ground, chinaDate(clock.now()))
      const remarks = draftRemarks(ground, bound)
      return presentDiff({ ground, against: againstOf(ground), bound, issues, remarks }, actor)
    },
  }),
]
