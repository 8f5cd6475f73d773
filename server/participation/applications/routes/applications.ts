import { cursorOf } from '@server/http/paging'
import { openPost, staffRead, staffWrite } from '@server/http/route'
import { notFound } from '@server/platform/errors'
import { actingTarget, namesIn, requireOrg } from '@server/people/orgs'
import { receiveApplication } from '../commands/receiveApplication'
import { setDesk } from '../commands/setDesk'
import { takeApplicationStep } from '../commands/takeApplicationStep'
import { actionOf, authorizeHidden } from '../policy'
import { presentApplication, presentApplications, presentProgress } from '../presenters/application'
import { viewOf } from '../caseFile'
import {
  deskPage,
  ownApplications,
  requireApplication,
  requireByNumber,
  requireSealed,
} from '../queries/applications'
import { isCode, openIdentity } from '../vault'

const tag = '申请公开'
const places = (rows: readonly { orgCode: string }[]) =>
  rows.map(({ orgCode }) => ({ orgCode, regards: null }))

const reading = [
  staffRead('GET /orgs/:code/applications', {
    tag,
    summary: '收到的申请：没有答复的急的在前',
    handle: async ({ services: { db, clock }, actor, requestId, params: { code }, query }) => {
      const org = await requireOrg(db, code, 'code')
      authorizeHidden({ actor, requestId }, 'application.list', actingTarget(org))
      const page = await deskPage(
        db,
        { orgCode: org._id, show: query.show },
        cursorOf(query.cursor),
        query.limit,
      )
      return presentApplications(page, await namesIn(db, [org], places(page.rows)), clock.now())
    },
  }),
  staffRead('GET /me/applications', {
    tag,
    summary: '我的申请，新的在前',
    handle: async ({ services: { db, clock }, actor, query }) => {
      const page = await ownApplications(db, actor.id, cursorOf(query.cursor), query.limit)
      return presentApplications(page, await namesIn(db, [], places(page.rows)), clock.now())
    },
  }),
  staffRead('GET /applications/:id', {
    tag,
    summary: '一件申请：申请人和办理的机关看',
    handle: async ({ services: { db, clock, config }, actor, requestId, params: { id } }) => {
      const work = await requireApplication(db, id)
      const now = clock.now()
      // Looking at one's own leaves no trace: the log would show who applies.
      if (work.application.userId !== actor.id) {
        authorizeHidden({ actor, requestId }, 'application.read', viewOf(work, now))
      }
      return presentApplication(work, { actor, keys: config, now })
    },
  }),
  staffRead('GET /applications/:id/identity', {
    tag,
    summary: '申请人的身份：写明原因后 10 分钟内看',
    handle: async ({ services: { db, clock, config }, actor, requestId, params: { id } }) => {
      const work = await requireApplication(db, id)
      authorizeHidden({ actor, requestId }, 'application.open-identity', viewOf(work, clock.now()))
      return openIdentity(config, id, await requireSealed(db, id))
    },
  }),
  openPost('POST /application-progress', {
    tag,
    summary: '凭编号和查询码查进度，不用登录',
    handle: async ({ services: { db, clock, config }, body: { number, code } }) => {
      const work = await requireByNumber(db, number.trim())
      if (!isCode(config, work.application._id, code)) throw notFound('application-not-found')
      return presentProgress(work, config, clock.now())
    },
  }),
]

const writing = [
  staffWrite('POST /orgs/:code/applications', {
    tag,
    summary: '提出申请，或者窗口登记',
    status: 201,
    handle: ({ commit, services: { config }, params: { code }, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, code, 'code')
        const action = body.door === 'platform' ? 'application.submit' : 'application.receive'
        const by = authorizeHidden(caller, action, actingTarget(org))
        const id = await receiveApplication(tx, by, { keys: config, org, input: body })
        const work = await requireApplication(tx, id)
        return presentApplication(work, { actor: caller.actor, keys: config, now: tx.now })
      }),
  }),
  staffWrite('POST /applications/:id/steps', {
    tag,
    summary: '办理一步，从登记到归档',
    handle: ({ commit, services: { config }, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const work = await requireApplication(tx, id)
        const by = authorizeHidden(caller, actionOf(body.step), viewOf(work, tx.now))
        await takeApplicationStep(tx, by, work, { input: body, keys: config })
        const after = await requireApplication(tx, id)
        return presentApplication(after, { actor: caller.actor, keys: config, now: tx.now })
      }),
  }),
  staffWrite('PUT /orgs/:code/application-desk', {
    tag,
    summary: '设定复议机关、法院和检索的地方',
    handle: ({ commit, params: { code }, body, ...caller }) =>
      commit(async tx => {
        const org = await requireOrg(tx, code, 'code')
        const by = authorizeHidden(caller, 'application.set-desk', actingTarget(org))
        await setDesk(tx, by, org._id, body)
        return body
      }),
  }),
]

export const applicationRoutes = [...reading, ...writing]
