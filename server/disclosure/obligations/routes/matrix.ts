import { chinaDate } from '@shared/common/period'
import type { MatrixQuery } from '@shared/contract/disclosure/matrix'
import type { z } from 'zod'
import {
  coverageRows,
  matrixRows,
  presentCoverage,
  presentMatrix,
  presentMatrixCell,
  presentToday,
} from '../presenters/matrix'
import { cellRows } from '../queries/matrixCell'
import { loadMatrix } from '../queries/matrix'
import { todayRows } from '../queries/today'
import type { Services } from '@server/platform/services'
import { staffFile, staffRead } from '@server/http/route'
import { workbook } from '@server/http/tableFile'
import type { Caller } from '@server/platform/access/caller'
import { authorize, type Action } from '../policy'
import { orgTarget, requireOrg, type OrgRow } from '@server/people/orgs'

const tag = '公开情况'

interface Asked extends Caller {
  services: Services
  params: { code: string }
}

/** Returns the organisation if the person may see its matrix. */
async function placeFor(
  { services, actor, requestId, params: { code } }: Asked,
  action: Action & `matrix.${string}`,
): Promise<OrgRow> {
  const org = await requireOrg(services.db, code, 'code')
  authorize({ actor, requestId }, action, orgTarget(org))
  return org
}

async function groundFor(
  asked: Asked & { query: z.output<typeof MatrixQuery> },
  action: Action & `matrix.${string}`,
) {
  const { db, clock } = asked.services
  const org = await placeFor(asked, action)
  const today = chinaDate(clock.now())
  return loadMatrix(db, org, asked.query.year ?? Number(today.slice(0, 4)), today)
}

export const matrixRoutes = [
  staffRead('GET /orgs/:code/matrix', {
    tag,
    summary: '各村 × 各事项 × 十二个月的公开情况，一格一个字母，含义见 codes',
    handle: async asked => presentMatrix(await groundFor(asked, 'matrix.read')),
  }),
  staffRead('GET /orgs/:code/matrix/cell', {
    tag,
    summary: '一格里的每一件事：为什么要公开、到哪天、怎么算的',
    handle: async asked => {
      const { db, clock } = asked.services
      const org = await placeFor(asked, 'matrix.read')
      return presentMatrixCell(await cellRows(db, org, asked.query), asked.actor, chinaDate(clock.now()))
    },
  }),
  staffRead('GET /orgs/:code/coverage', {
    tag,
    summary: '公开覆盖：应公开的事项里公开了多少，按领域、按村；不排名',
    handle: async asked => presentCoverage(await groundFor(asked, 'matrix.read')),
  }),
  staffRead('GET /orgs/:code/today', {
    tag,
    summary: '今天要办的：快到期、已过期、缺的、和街道不一致的',
    handle: async asked => {
      const { db, clock } = asked.services
      const today = chinaDate(clock.now())
      const org = await placeFor(asked, 'matrix.read')
      return presentToday(await todayRows(db, org, today), asked.actor, today)
    },
  }),
  staffFile('GET /orgs/:code/matrix/export', {
    tag,
    summary: '公开情况存成表格（xlsx）',
    handle: async asked => {
      const ground = await groundFor(asked, 'matrix.export')
      return workbook(`${ground.org.name}${ground.year}年公开情况`, matrixRows(ground))
    },
  }),
  staffFile('GET /orgs/:code/coverage/export', {
    tag,
    summary: '公开覆盖存成表格（xlsx）',
    handle: async asked => {
      const coverage = presentCoverage(await groundFor(asked, 'matrix.export'))
      return workbook(`${coverage.org.name}${coverage.year}年公开覆盖`, coverageRows(coverage))
    },
  }),
]
