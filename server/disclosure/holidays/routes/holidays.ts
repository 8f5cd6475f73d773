import { staffRead, staffWrite } from '@server/http/route'
import { orgTarget } from '@server/people/orgs'
import { confirmHolidays } from '../commands/confirmHolidays'
import { importHolidays } from '../commands/importHolidays'
import { authorize } from '../policy'
import { presentHolidayYears } from '../presenters/holidayYears'
import { holidaysShown, requireHolidayYear, topmostOrg } from '../queries/holidayYears'

const tag = '放假安排'

export const holidayRoutes = [
  staffRead('GET /holidays', {
    tag,
    summary: '放假安排：程序自带的、导入的年份；等核对的会改哪些日子、哪些期限（管理员、区县）',
    handle: async ({ services: { db, clock }, actor, requestId }) => {
      const shown = await holidaysShown(db, clock.now())
      authorize({ actor, requestId }, 'holidays.read', { org: orgTarget(shown.root) })
      return presentHolidayYears(shown, actor)
    },
  }),
  staffWrite('POST /holidays', {
    tag,
    summary: '导入国务院公布的放假安排，写明文件和网址；另一位管理员核对以后才算数（系统管理员）',
    status: 201,
    handle: ({ commit, body, ...caller }) =>
      commit(async tx => {
        const by = authorize(caller, 'holidays.import', { org: orgTarget(await topmostOrg(tx)) })
        await importHolidays(tx, by, body)
        return presentHolidayYears(await holidaysShown(tx, tx.now), caller.actor)
      }),
  }),
  staffWrite('POST /holidays/:id/confirm', {
    tag,
    summary: '核对导入的放假安排，从此算数；按周末推算过的期限随后重算（另一位管理员）',
    handle: ({ commit, params: { id }, ...caller }) =>
      commit(async tx => {
        const row = await requireHolidayYear(tx, id)
        const org = orgTarget(await topmostOrg(tx))
        const by = authorize(caller, 'holidays.confirm', { org, userId: row.importedBy })
        await confirmHolidays(tx, by, row)
        return presentHolidayYears(await holidaysShown(tx, tx.now), caller.actor)
      }),
  }),
]
