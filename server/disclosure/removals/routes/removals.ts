import type { RemovalPage } from '@shared/contract/disclosure/removal'
import type { Actor } from '@server/platform/access/actor'
import type { Db } from '@server/platform/store/db'
import { cursorOf } from '@server/http/paging'
import { publicRead, staffRead, staffWrite } from '@server/http/route'
import { requireNotice } from '@server/disclosure/notices'
import { actingTarget, namesIn, requireOrg, requireOrgTarget } from '@server/people/orgs'
import { agreeRemoval, refuseRemoval } from '../commands/judgeRemoval'
import { dropErasure, proposeErasure } from '../commands/proposeErasure'
import { authorize } from '../policy'
import { presentRegister } from '../presenters/register'
import { presentRemoval, presentWork } from '../presenters/removal'
import { extentOf } from '../queries/extent'
import { leakOf, registerOf, removalsUnder, requireRemoval } from '../queries/removals'

const tag = '撤回与删除'

/** The page of one removal; what an erasure will take away is shown before it is done. */
async function pageOf(db: Db, id: string, actor: Actor, now: Date): Promise<RemovalPage> {
  const place = await requireRemoval(db, id)
  const { row } = place
  const waits = row.kind === 'erasure' && row.state === 'waiting'
  return presentRemoval(place, actor, {
    extent: waits ? await extentOf(db, row.noticeId, row.edition, now) : null,
    leak: row.kind === 'withdrawal' ? await leakOf(db, row) : null,
  })
}

export const removalRoutes = [
  publicRead('GET /orgs/:code/removals', {
    tag,
    summary: '撤回与删除登记：哪天、谁、依据什么撤回或依法删除了哪一条；不含删去的内容',
    handle: async ({ services: { db }, params: { code }, query }) => {
      const { org } = await requireOrgTarget(db, code, 'code')
      const page = await registerOf(db, code, cursorOf(query.cursor), query.limit)
      return presentRegister(org, page, await namesIn(db, [org], page.rows))
    },
  }),
  staffRead('GET /orgs/:code/removals/work', {
    tag,
    summary: '撤回与删除：等谁确认、等到哪天，和办完的（本机构、监督机构、街道或镇、区县）',
    handle: async ({ services: { db }, params: { code }, actor, requestId }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'removal.list', { org: actingTarget(org) })
      const rows = await removalsUnder(db, code)
      const places = await Promise.all(rows.map(({ _id }) => requireRemoval(db, _id)))
      return { items: places.map(place => presentWork(place, actor)) }
    },
  }),
  staffRead('GET /removals/:id', {
    tag,
    summary: '一次撤回或依法删除：等谁、等到哪天；依法删除会删去什么、删不到什么',
    handle: async ({ services: { db, clock }, params: { id }, actor, requestId }) => {
      const { target } = await requireRemoval(db, id)
      authorize({ actor, requestId }, 'removal.read', target)
      return pageOf(db, id, actor, clock.now())
    },
  }),
  staffWrite('POST /removals/:id/agree', {
    tag,
    summary: '确认撤回（监督机构），或同意依法删除（监督机构、街道或镇各一次，都同意才删）',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const place = await requireRemoval(tx, id)
        await agreeRemoval(tx, authorize(caller, 'removal.agree', place.target), place, body)
        return pageOf(tx, id, caller.actor, tx.now)
      }),
  }),
  staffWrite('POST /removals/:id/refuse', {
    tag,
    summary: '不同意，理由公开：撤回的恢复公开，个人信息遮盖；依法删除的不删',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const place = await requireRemoval(tx, id)
        await refuseRemoval(tx, authorize(caller, 'removal.refuse', place.target), place, body)
        return pageOf(tx, id, caller.actor, tx.now)
      }),
  }),
  staffWrite('POST /removals/:id/drop', {
    tag,
    summary: '收回依法删除的提议（负责人）',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const place = await requireRemoval(tx, id)
        await dropErasure(tx, authorize(caller, 'removal.drop', place.target), place, body)
        return pageOf(tx, id, caller.actor, tx.now)
      }),
  }),
  staffRead('GET /notices/:id/erasure', {
    tag,
    summary: '依法删除一版以前：会删去什么、删不到什么、备份留到哪天（负责人）',
    handle: async ({ services: { db, clock }, params: { id }, query: { edition }, actor, requestId }) => {
      const notice = await requireNotice(db, id, 'id')
      const org = await requireOrg(db, notice.orgCode, 'id')
      authorize({ actor, requestId }, 'removal.propose', { org: actingTarget(org) })
      return extentOf(db, id, edition, clock.now())
    },
  }),
  staffWrite('POST /notices/:id/erasures', {
    tag,
    summary: '提出依法删除一版，写明法律依据；监督机构和街道（镇）都同意以后才删（负责人）',
    status: 201,
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const notice = await requireNotice(tx, id, 'id')
        const org = await requireOrg(tx, notice.orgCode, 'id')
        const by = authorize(caller, 'removal.propose', { org: actingTarget(org) })
        return pageOf(tx, await proposeErasure(tx, by, id, body), caller.actor, tx.now)
      }),
  }),
]
