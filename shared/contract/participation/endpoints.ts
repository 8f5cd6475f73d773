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
import {
  ApplicantIdentity,
  ApplicationDesk,
  ApplicationList,
  ApplicationPage,
  ApplicationProgress,
  ApplicationQuery,
  AskProgress,
  ReceiveApplication,
  TakeApplicationStep,
} from './application'
import { AddApplicationPaper, ByTicket } from './applicationPapers'
import { UploadFields, UploadedFile } from '../disclosure/files'

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
  'POST /orgs/:code/applications': { params: ByOrg, body: ReceiveApplication, response: ApplicationPage },
  'GET /orgs/:code/applications': { params: ByOrg, query: ApplicationQuery, response: ApplicationList },
  'PUT /orgs/:code/application-desk': { params: ByOrg, body: ApplicationDesk, response: ApplicationDesk },
  'GET /me/applications': { query: PageQuery, response: ApplicationList },
  'GET /applications/:id': { params: ById, response: ApplicationPage },
  'GET /applications/:id/receipt': { params: ById, download: true },
  'GET /applications/:id/identity': { params: ById, response: ApplicantIdentity },
  'POST /applications/:id/steps': {
    params: ById,
    body: TakeApplicationStep,
    large: true,
    response: ApplicationPage,
  },
  'POST /applications/:id/files': { params: ById, body: UploadFields, upload: true, response: UploadedFile },
  'POST /applications/:id/papers': {
    params: ById,
    body: AddApplicationPaper,
    large: true,
    response: ApplicationPage,
  },
  'GET /applications/:id/bundle': { params: ById, query: NoQuery, download: true },
  'GET /application-papers/:ticket': { params: ByTicket, query: NoQuery, download: true },
  'POST /application-progress': { body: AskProgress, keyed: false, response: ApplicationProgress },
})
