import { z } from 'zod'
import { endpoints } from '../endpoint'
import { ById, ByOrg, Id, NoQuery, OrgCode, SHA256 } from '../common'
import { UploadFields, UploadedFile } from '../disclosure/files'
import {
  CaseList,
  CasePage,
  CaseQuery,
  CaseReason,
  ClaimCase,
  FinishCase,
  HandOverCase,
  OpenCase,
  ResumeCase,
  SetCaseAmount,
  VoteOnCase,
  WorkCaseList,
  WorkCasePage,
} from './case'
import {
  AdoptPowers,
  PowerComparison,
  PowerExportQuery,
  PowerFileFields,
  PowerImport,
  PowerItemPage,
  PowerItemParams,
  PowerList,
  SwitchPower,
} from './list'
import { AnswerSplitAlarm, SplitAlarms, SplitAlarm } from './splitAlarm'

/** Endpoints of micro-powers 小微权力. */
export const powerEndpoints = endpoints({
  'GET /orgs/:code/split-alarms': { params: ByOrg, response: SplitAlarms },
  'POST /orgs/:code/split-alarms/:id/answer': {
    params: z.object({ code: OrgCode, id: Id }),
    body: AnswerSplitAlarm,
    response: SplitAlarm,
  },
  'GET /orgs/:code/powers/model': { params: ByOrg, response: PowerComparison },
  'GET /orgs/:code/powers/export': { params: ByOrg, query: PowerExportQuery, download: true },
  'POST /orgs/:code/powers/read': {
    params: ByOrg,
    body: PowerFileFields,
    upload: true,
    keyed: false,
    response: PowerImport,
  },
  'GET /orgs/:code/powers': { params: ByOrg, query: NoQuery, response: PowerList },
  'GET /orgs/:code/powers/handbook.pdf': { params: ByOrg, query: NoQuery, download: true },
  'GET /orgs/:code/powers/wall.pdf': { params: ByOrg, query: NoQuery, download: true },
  'GET /orgs/:code/powers/:itemCode/chart.svg': { params: PowerItemParams, query: NoQuery, download: true },
  'GET /orgs/:code/powers/:itemCode': { params: PowerItemParams, query: NoQuery, response: PowerItemPage },
  'POST /orgs/:code/powers/adopt': { params: ByOrg, body: AdoptPowers, large: true, response: PowerList },
  'POST /orgs/:code/powers/switch': { params: ByOrg, body: SwitchPower, response: PowerList },
  'POST /cases/:id/files': { params: ById, body: UploadFields, upload: true, response: UploadedFile },
  'GET /cases/:id/files/:sha256': { params: z.object({ id: Id, sha256: SHA256 }), download: true },
  'GET /orgs/:code/cases': { params: ByOrg, query: CaseQuery, response: CaseList },
  'GET /cases/:id': { params: ById, query: NoQuery, response: CasePage },
  'GET /orgs/:code/work/cases': { params: ByOrg, query: CaseQuery, response: WorkCaseList },
  'GET /work/cases/:id': { params: ById, response: WorkCasePage },
  'POST /orgs/:code/cases': { params: ByOrg, body: OpenCase, response: WorkCasePage },
  'POST /cases/:id/claim': { params: ById, body: ClaimCase, response: WorkCasePage },
  'POST /cases/:id/hand-over': { params: ById, body: HandOverCase, response: WorkCasePage },
  'POST /cases/:id/finish': { params: ById, body: FinishCase, large: true, response: WorkCasePage },
  'POST /cases/:id/vote': { params: ById, body: VoteOnCase, large: true, response: WorkCasePage },
  'POST /cases/:id/amount': { params: ById, body: SetCaseAmount, response: WorkCasePage },
  'POST /cases/:id/pause': { params: ById, body: CaseReason, response: WorkCasePage },
  'POST /cases/:id/resume': { params: ById, body: ResumeCase, response: WorkCasePage },
  'POST /cases/:id/remark': { params: ById, body: CaseReason, response: WorkCasePage },
  'POST /cases/:id/stop': { params: ById, body: CaseReason, response: WorkCasePage },
  'POST /cases/:id/lift': { params: ById, body: CaseReason, response: WorkCasePage },
  'POST /cases/:id/cancel': { params: ById, body: CaseReason, response: WorkCasePage },
})
