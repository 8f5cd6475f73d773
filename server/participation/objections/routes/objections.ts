import { CANNED_REASONS } from '@shared/facts/participation/cannedReasons'
import { fileObjection } from '../commands/fileObjection'
import { presentNoticeObjections, presentObjectionPage, presentObjections } from '../presenters/objection'
import { answeredOn, countStates, deskPage, requireObjection, ownObjections } from '../queries/objections'
import { publicRead, staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { isOver } from '@server/disclosure/publications'
import { checkText, filingOf, requirePublished } from './filing'
import { refuseNumbers, takeStep } from './steps'
import { objectionView, authorize } from '../policy'
import { orgTarget, namesIn, requireOrg } from '@server/people/orgs'

const tag = '异议'
const places = (rows: readonly { orgCode: string }[]) =>
  rows.map(({ orgCode }) => ({ orgCode, regards: null }))

const reading = [
  publicRead('GET /notices/:id/objections', {
    tag,
    summary: '一条公示的异议：件数，以及已经答复的问与答；不写谁提的',
    handle: async ({ services: { db, clock }, params: { id } }) => {
      const { publication } = await requirePublished(db, id)
      const { rows, events } = await answeredOn(db, id)
      const counts = countStates(rows.map(({ state }) => state))
      const now = clock.now()
      return presentNoticeObjections({ rows, events, counts, folded: isOver(publication, now), now })
    },
  }),
  publicRead('GET /canned-reasons', {
    tag,
    summary: '常用语：答复、不通过的理由',
    handle: async () => ({
      uses: Object.entries(CANNED_REASONS).map(([use, reasons]) => ({ use, reasons: [...reasons] })),
    }),
  }),
  staffRead('GET /me/objections', {
    tag,
    summary: '我的异议，新的在前',
    handle: async ({ services: { db, clock }, actor, query }) => {
      const page = await ownObjections(db, actor.id, cursorOf(query.cursor), query.limit)
      return presentObjections(page, await namesIn(db, [], places(page.rows)), clock.now())
    },
  }),
  staffRead('GET /orgs/:code/objections', {
    tag,
    summary: '本机构和下级的异议：要办的最急的在前，其余最近改动的在前',
    handle: async ({ services: { db, clock }, actor, requestId, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorize({ actor, requestId }, 'objection.list', orgTarget(org))
      const { show, limit } = query
      const page = await deskPage(db, { code, show }, cursorOf(query.cursor), limit)
      return presentObjections(page, await namesIn(db, [org], places(page.rows)), clock.now())
    },
  }),
  staffRead('GET /objections/:id', {
    tag,
    summary: '一个异议：提出人本人和负责的机构看',
    handle: async ({ services: { db, clock }, actor, requestId, params: { id } }) => {
      const work = await requireObjection(db, id)
      // Looking at one's own leaves no trace: the log would show who objected without a name.
      const isOwn = work.objection.userId === actor.id
      if (!isOwn) authorize({ actor, requestId }, 'objection.read', objectionView(work))
      return presentObjectionPage(work, actor, clock.now())
    },
  }),
]

const ofObjector = [
  staffWrite('POST /notices/:id/objections', {
    tag,
    summary: '提出异议：对整条公示，或其中一行、一个数',
    status: 201,
    handle: async ({ commit, params: { id }, body, ...caller }) => {
      const checked = await checkText(caller.services, caller, id, body)
      return commit(async tx => {
        const { by, filing } = await filingOf(tx, caller, id, { input: body, checked })
        const objectionId = await fileObjection(tx, by, filing)
        return presentObjectionPage(await requireObjection(tx, objectionId), caller.actor, tx.now)
      })
    },
  }),
  staffWrite('POST /objections/:id/settle', {
    tag,
    summary: '提出人说解决了没有',
    handle: ({ commit, params: { id }, body: { settled, version, text }, ...caller }) =>
      commit(tx =>
        takeStep(tx, caller, id, {
          ability: 'settle',
          version,
          text,
          ...(!settled && { event: 'dissatisfy' }),
        }),
      ),
  }),
  staffWrite('POST /objections/:id/escalate', {
    tag,
    summary: '提请上级处理：不满意答复，或到期没有答复',
    handle: ({ commit, params: { id }, body: { version, text }, ...caller }) =>
      commit(tx => takeStep(tx, caller, id, { ability: 'escalate', version, text })),
  }),
  staffWrite('POST /objections/:id/withdraw', {
    tag,
    summary: '提出人撤回',
    handle: ({ commit, params: { id }, body: { version }, ...caller }) =>
      commit(tx => takeStep(tx, caller, id, { ability: 'withdraw', version })),
  }),
]

const ofStaff = [
  staffWrite('POST /objections/:id/answer', {
    tag,
    summary: '答复异议',
    handle: ({ commit, params: { id }, body: { version, text }, ...caller }) =>
      commit(tx => {
        refuseNumbers('text', text, tx.now)
        return takeStep(tx, caller, id, { ability: 'answer', version, text })
      }),
  }),
  staffWrite('POST /objections/:id/release', {
    tag,
    summary: '人工审核通过，转给答复的人',
    handle: ({ commit, params: { id }, body: { version }, ...caller }) =>
      commit(tx => takeStep(tx, caller, id, { ability: 'release', version })),
  }),
  staffWrite('POST /objections/:id/refuse', {
    tag,
    summary: '人工审核不通过，写明原因',
    handle: ({ commit, params: { id }, body: { version, reason }, ...caller }) =>
      commit(tx => {
        refuseNumbers('reason', reason, tx.now)
        return takeStep(tx, caller, id, { ability: 'refuse', version, text: reason })
      }),
  }),
]

export const objectionRoutes = [...reading, ...ofObjector, ...ofStaff]
