import { endpoints } from '../endpoint'
import { ById, ByOrg, NoQuery, Nothing } from '../common'
import { AuditEntry, AuditExportQuery, AuditList, AuditQuery } from './audit'
import { FactorCode, FactorSecret, LoggedOut, Me, RefreshRequest, Session, WechatLogin } from './auth'
import {
  Account,
  AppointmentCode,
  ByAppointmentCode,
  ChangeTerm,
  EditAccount,
  Grant,
  GrantList,
  GrantQuery,
  GrantRole,
  RevokeRole,
} from './grant'
import { FailedJobList } from './operation'
import {
  AskedLogin,
  CollectTicket,
  CollectedTicket,
  ConfirmTicket,
  LoginTicket,
  OwnLogins,
  TicketDigits,
} from './webLogin'
import { KeepOrgContacts, OrgContacts } from './orgContacts'
import { GiveConsents, Inbox, InboxQuery, PutSubscriptions, Subscriptions, Unread } from './message'
import {
  ResidencyClaimPage,
  ResidencyClaimQuery,
  FileRelativeClaim,
  FileResidencyClaim,
  ConfirmResidencyClaim,
  MyResidencyClaims,
  OwnResidencyClaim,
  RefuseResidencyClaim,
  RosterPage,
  RosterQuery,
  RosterReport,
  StaffResidencyClaim,
} from './roster'

/** Endpoints of people and organisations 人与单位. */
export const peopleEndpoints = endpoints({
  'POST /auth/wechat': { body: WechatLogin, keyed: false, response: Session },
  'POST /auth/refresh': { body: RefreshRequest, keyed: false, response: Session },
  'POST /auth/logout': { body: RefreshRequest, keyed: false, response: LoggedOut },
  'POST /auth/tickets': { body: Nothing, keyed: false, response: LoginTicket },
  'POST /auth/tickets/collect': { body: CollectTicket, keyed: false, response: CollectedTicket },
  'POST /me/tickets/find': { body: TicketDigits, keyed: false, response: AskedLogin },
  'POST /me/tickets/:id/open': { params: ById, body: Nothing, keyed: false, response: AskedLogin },
  'POST /me/tickets/:id/confirm': { params: ById, body: ConfirmTicket, keyed: false, response: AskedLogin },
  'POST /me/tickets/:id/refuse': { params: ById, body: Nothing, keyed: false, response: AskedLogin },
  'GET /me/logins': { response: OwnLogins },
  'POST /me/logins/:id/end': { params: ById, body: Nothing, keyed: false, response: OwnLogins },
  'POST /me/logins/end-others': { body: Nothing, keyed: false, response: OwnLogins },
  'POST /auth/second-factor/enrol': { keyed: false, response: FactorSecret },
  'POST /auth/second-factor/verify': { body: FactorCode, keyed: false, response: Me },
  'GET /me': { response: Me },
  'GET /me/inbox': { query: InboxQuery, response: Inbox },
  'GET /me/inbox/unread': { query: NoQuery, response: Unread },
  'POST /me/inbox/read-all': { body: Nothing, response: Unread },
  'POST /me/inbox/:id/read': { params: ById, body: Nothing, response: Unread },
  'GET /me/subscriptions': { query: NoQuery, response: Subscriptions },
  'PUT /me/subscriptions': { body: PutSubscriptions, response: Subscriptions },
  'POST /me/consents': { body: GiveConsents, response: Subscriptions },
  'GET /orgs/:code/roster': { params: ByOrg, query: RosterQuery, response: RosterPage },
  'POST /orgs/:code/roster/preview': { params: ByOrg, upload: true, keyed: false, response: RosterReport },
  'POST /orgs/:code/roster': { params: ByOrg, upload: true, response: RosterReport },
  'GET /me/residency-claims': { response: MyResidencyClaims },
  'POST /me/residency-claims': { body: FileResidencyClaim, response: OwnResidencyClaim },
  'POST /me/residency-claims/relatives': { body: FileRelativeClaim, response: OwnResidencyClaim },
  'GET /orgs/:code/residency-claims': {
    params: ByOrg,
    query: ResidencyClaimQuery,
    response: ResidencyClaimPage,
  },
  'POST /residency-claims/:id/confirm': {
    params: ById,
    body: ConfirmResidencyClaim,
    response: StaffResidencyClaim,
  },
  'POST /residency-claims/:id/refuse': {
    params: ById,
    body: RefuseResidencyClaim,
    response: StaffResidencyClaim,
  },
  'POST /residency-claims/:id/end': {
    params: ById,
    body: RefuseResidencyClaim,
    response: StaffResidencyClaim,
  },
  'POST /me/appointment-code': { keyed: false, response: AppointmentCode },
  'GET /appointment-codes/:code': { params: ByAppointmentCode, response: Account },
  'GET /users/:id': { params: ById, response: Account },
  'PUT /users/:id': { params: ById, body: EditAccount, response: Account },
  'POST /users/:id/second-factor/reset': { params: ById, response: Account },
  'GET /orgs/:code/grants': { params: ByOrg, query: GrantQuery, response: GrantList },
  'POST /orgs/:code/grants': { params: ByOrg, body: GrantRole, response: Grant },
  'POST /grants/:id/term': { params: ById, body: ChangeTerm, response: Grant },
  'POST /grants/:id/revoke': { params: ById, body: RevokeRole, response: Grant },
  'GET /orgs/:code/contacts': { params: ByOrg, response: OrgContacts },
  'PUT /orgs/:code/contacts': { params: ByOrg, body: KeepOrgContacts, response: OrgContacts },
  'GET /failed-jobs': { response: FailedJobList },
  'GET /audit': { query: AuditQuery, response: AuditList },
  'GET /audit/export': { query: AuditExportQuery, lines: AuditEntry },
})
