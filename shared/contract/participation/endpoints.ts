import { endpoints } from '../endpoint'
import { ById, ByOrg, NoQuery, PageQuery } from '../common'
import {
  AnswerObjection,
  CannedReasons,
  ObjectionWorkQuery,
  EscalateObjection,
  FileObjection,
  NoticeObjections,
  ObjectionList,
  ObjectionPage,
  RefuseObjection,
  SettleObjection,
  StepObjection,
} from './objection'

/** Endpoints of participation 参与答复. */
export const participationEndpoints = endpoints({
  'GET /notices/:id/objections': { params: ById, query: NoQuery, response: NoticeObjections },
  'GET /canned-reasons': { query: NoQuery, response: CannedReasons },
  'GET /me/objections': { query: PageQuery, response: ObjectionList },
  'GET /orgs/:code/objections': { params: ByOrg, query: ObjectionWorkQuery, response: ObjectionList },
  'GET /objections/:id': { params: ById, response: ObjectionPage },
  'POST /notices/:id/objections': { params: ById, body: FileObjection, response: ObjectionPage },
  'POST /objections/:id/settle': { params: ById, body: SettleObjection, response: ObjectionPage },
  'POST /objections/:id/escalate': { params: ById, body: EscalateObjection, response: ObjectionPage },
  'POST /objections/:id/withdraw': { params: ById, body: StepObjection, response: ObjectionPage },
  'POST /objections/:id/answer': { params: ById, body: AnswerObjection, response: ObjectionPage },
  'POST /objections/:id/release': { params: ById, body: StepObjection, response: ObjectionPage },
  'POST /objections/:id/refuse': { params: ById, body: RefuseObjection, response: ObjectionPage },
})
