import { chinaDate } from '@shared/common/period'
import { answerSplit } from '../commands/answerSplit'
import { presentAlarm, presentSplitAlarms } from '../presenters/splitAlarm'
import { requireSplitAlarm, splitAlarmRows } from '../queries/splitAlarms'
import { staffRead, staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'
import { requireVillage } from '@server/catalogues/villageCatalogue'
import { authorize as authorizeMatrix } from '@server/disclosure/obligations'

const tag = '拆分提醒'

export const splitAlarmRoutes = [
  staffRead('GET /orgs/:code/split-alarms', {
    tag,
    summary: '照清单办的事：各村各状态几件、超期和快到期的、会议表决、监督叫停、疑似拆分；不排名',
    handle: async ({ services: { db, clock }, actor, requestId, params: { code } }) => {
      const org = await requireOrg(db, code, 'code')
      authorizeMatrix({ actor, requestId }, 'matrix.read', orgTarget(org))
      const now = clock.now()
      return presentSplitAlarms(await splitAlarmRows(db, org, now), actor, chinaDate(now))
    },
  }),
  staffWrite('POST /orgs/:code/split-alarms/:id/answer', {
    tag,
    summary: '登记疑似拆分的核实结果（街道）；多了一件同样的事，要重新核实',
    handle: ({ commit, params: { code, id }, body, ...caller }) =>
      commit(async tx => {
        const { org } = await requireVillage(tx, code, 'code')
        const by = authorize(caller, 'splitAlarm.answer', orgTarget(org))
        await answerSplit(tx, by, org, await requireSplitAlarm(tx, org, id, tx.now), body)
        return presentAlarm(org, await requireSplitAlarm(tx, org, id, tx.now), caller.actor)
      }),
  }),
]
