import type { Actor } from '@server/platform/access/actor'
import type { Db } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { CaseAbility, CaseBody, WorkCasePage } from '@shared/contract/power/case'
import { advanceCase } from '../commands/advanceCase'
import { openCase } from '../commands/openCase'
import { presentCasePage, presentCases, presentWorkCasePage, presentWorkCases } from '../presenters/powerCase'
import {
  requireCase,
  casePage,
  eventsOfCase,
  eligibleAssignees,
  namesIn,
  noticesOfCase,
  openObligationsOf,
} from '../queries/powerCases'
import { alarmOfCase } from '../queries/splitAlarms'
import { type WriteCall, publicRead, staffRead, staffWrite } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import { caseFileRoutes } from './caseFiles'
import { caseTarget, openingTarget, authorize } from '../policy'
import { orgTarget } from '@server/people/orgs'
import { requirePower, requirePowerPlace } from '@server/power/lists'
import { requireVillage } from '@server/catalogues/villageCatalogue'
import { activeHolidays } from '@server/disclosure/holidays'

const tag = '小微权力办件'

async function shown(db: Db, now: Date, actor: Actor, id: string): Promise<WorkCasePage> {
  const work = await requireCase(db, id)
  return presentWorkCasePage(work, {
    actor,
    today: chinaDate(now),
    holidays: await activeHolidays(db),
    names: await namesIn(db, [work.row]),
    events: await eventsOfCase(db, id),
    people: await eligibleAssignees(db, work, now),
    alarm: await alarmOfCase(db, work, now),
    obligations: await openObligationsOf(db, work.row),
  })
}

/** Builds the route of an ability: `POST /cases/:id/<ability>`. */
const step = (ability: CaseAbility, summary: string) => ({
  tag,
  summary,
  handle: ({ commit, params: { id }, body, ...caller }: WriteCall<{ id: string }, CaseBody, WorkCasePage>) =>
    commit(async tx => {
      const work = await requireCase(tx, id)
      const by = authorize(caller, `case.${ability}`, caseTarget(work))
      await advanceCase(tx, by, work, ability, body)
      return shown(tx, tx.now, caller.actor, id)
    }),
})

export const powerCaseRoutes = [
  ...caseFileRoutes,
  publicRead('GET /orgs/:code/cases', {
    tag,
    summary: '村（社区）照清单办的事：正在办的和办结的；便民服务事项不显示是谁的',
    handle: async ({ services: { db }, params: { code }, query: { show, cursor, limit } }) => {
      const { org } = await requireVillage(db, code, 'code')
      const scope = { orgCode: org._id, ...(show && { show }) }
      const { rows, nextCursor } = await casePage(db, scope, cursorOf(cursor), limit)
      return presentCases(rows, nextCursor)
    },
  }),
  publicRead('GET /cases/:id', {
    tag,
    summary: '一件事走到哪一步：流程、每步办完的日期和结果、已公开的公示',
    handle: async ({ services: { db }, params: { id } }) => {
      const work = await requireCase(db, id)
      return presentCasePage(work, await noticesOfCase(db, work.row))
    },
  }),
  staffRead('GET /orgs/:code/work/cases', {
    tag,
    summary: '办件清单：走到哪一步、谁在办、快到期和超期的；还能提出哪些事',
    handle: async ({ services, actor, requestId, params: { code }, query: { show, cursor, limit } }) => {
      const { db, clock } = services
      const place = await requirePowerPlace(db, code)
      authorize({ actor, requestId }, 'case.list', orgTarget(place.org))
      const scope = { orgCode: place.org._id, ...(show && { show }) }
      const { rows, nextCursor } = await casePage(db, scope, cursorOf(cursor), limit)
      const names = await namesIn(db, rows)
      const holidays = await activeHolidays(db)
      const today = chinaDate(clock.now())
      return presentWorkCases(place, rows, nextCursor, { actor, names, today, holidays })
    },
  }),
  staffRead('GET /work/cases/:id', {
    tag,
    summary: '办一件事的页面：现在的环节要什么、时限、能做什么、要公开什么、全部经过',
    handle: async ({ services, actor, requestId, params: { id } }) => {
      const work = await requireCase(services.db, id)
      authorize({ actor, requestId }, 'case.read', caseTarget(work))
      return shown(services.db, services.clock.now(), actor, id)
    },
  }),
  staffWrite('POST /orgs/:code/cases', {
    tag,
    summary: '照清单里的一个事项提出一件事',
    status: 201,
    handle: async ({ commit, body, params: { code }, ...caller }) => {
      const place = await requirePowerPlace(caller.services.db, code)
      const item = requirePower(place.list, body.itemCode)
      const by = authorize(caller, 'case.open', openingTarget(place, item))
      return commit(async tx => shown(tx, tx.now, caller.actor, await openCase(tx, by, place, item, body)))
    },
  }),
  staffWrite('POST /cases/:id/claim', step('claim', '领办现在的环节')),
  staffWrite('POST /cases/:id/hand-over', step('hand-over', '把领办的环节交给别人，写明原因')),
  staffWrite(
    'POST /cases/:id/finish',
    step('finish', '办完现在的环节：结果、材料；按金额和结果走下一步，要公开的生成公开义务和草稿'),
  ),
  staffWrite(
    'POST /cases/:id/vote',
    step('vote', '登记表决：应到、实到、票数；人数不够不算，结果由票数算出'),
  ),
  staffWrite(
    'POST /cases/:id/amount',
    step('amount', '写明或改金额；表决过的按清单说的不能改或重新表决，走错档的退回去'),
  ),
  staffWrite('POST /cases/:id/pause', step('pause', '暂停，写明原因；暂停的日子不计时')),
  staffWrite('POST /cases/:id/resume', step('resume', '恢复')),
  staffWrite('POST /cases/:id/remark', step('remark', '提监督意见：说哪里不对，事情接着办')),
  staffWrite('POST /cases/:id/stop', step('stop', '监督叫停，写明原因')),
  staffWrite('POST /cases/:id/lift', step('lift', '解除叫停，写明原因')),
  staffWrite('POST /cases/:id/cancel', step('cancel', '取消这件事，写明原因')),
]
