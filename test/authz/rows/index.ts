import { ACCOUNT_ROWS } from './accounts'
import { CASE_ROWS, PUBLIC_CASE_ROWS } from './cases'
import { CATALOGUE_ROWS } from './catalogue'
import { PROOF_ROWS } from './channels'
import { DISCREPANCY_ROWS } from './discrepancies'
import { FILE_ROWS, PUBLIC_FILE_ROWS } from './files'
import { PUBLIC_REMOVAL_ROWS, REMOVAL_ROWS } from './removals'
import { PUBLIC_LEDGER_ROWS } from './ledger'
import { HOLIDAY_ROWS } from './holidays'
import { POWER_ROWS, PUBLIC_POWER_ROWS } from './lists'
import { NOTICE_ROWS } from './notices'
import { APPLICATION_ROWS, PUBLIC_APPLICATION_ROWS } from './applications'
import { OBJECTION_ROWS } from './objections'
import { OBLIGATION_ROWS } from './obligations'
import { ROSTER_ROWS } from './residents'
import { ORG_ROWS } from './orgs'
import type { PublicRow, Row } from './row'
import { PUBLIC_SITE_ROWS } from './site'
import { LIST_ROWS } from './villageCatalogue'

/** Every request that needs a person, room by room. */
export const STAFF_ROWS: readonly Row[] = [
  ...NOTICE_ROWS,
  ...FILE_ROWS,
  ...REMOVAL_ROWS,
  ...CATALOGUE_ROWS,
  ...LIST_ROWS,
  ...POWER_ROWS,
  ...CASE_ROWS,
  ...ROSTER_ROWS,
  ...ACCOUNT_ROWS,
  ...OBJECTION_ROWS,
  ...APPLICATION_ROWS,
  ...DISCREPANCY_ROWS,
  ...PROOF_ROWS,
  ...OBLIGATION_ROWS,
  ...HOLIDAY_ROWS,
  ...ORG_ROWS,
]

/** Requests that anybody may make, logged in or not: they must answer the same. */
export const PUBLIC_ROWS: readonly PublicRow[] = [
  ...PUBLIC_SITE_ROWS,
  ...PUBLIC_FILE_ROWS,
  ...PUBLIC_POWER_ROWS,
  ...PUBLIC_CASE_ROWS,
  ...PUBLIC_LEDGER_ROWS,
  ...PUBLIC_REMOVAL_ROWS,
  ...PUBLIC_APPLICATION_ROWS,
]

/** Routes that every logged-in person has for themselves, and those that make a login; covered in auth, webLogin, logins, roster, messages and todos. */
export const OWN_ROUTES = [
  'GET /me',
  'GET /me/household',
  'GET /me/residency-claims',
  'POST /me/residency-claims',
  'POST /me/residency-claims/relatives',
  'GET /me/todos',
  'GET /me/objections',
  'GET /me/applications',
  'POST /application-progress',
  'GET /me/inbox',
  'GET /me/inbox/unread',
  'POST /me/inbox/read-all',
  'POST /me/inbox/:id/read',
  'GET /me/subscriptions',
  'PUT /me/subscriptions',
  'POST /me/consents',
  'POST /auth/wechat',
  'POST /auth/refresh',
  'POST /auth/logout',
  'POST /me/appointment-code',
  'POST /auth/tickets',
  'POST /auth/tickets/collect',
  'POST /me/tickets/find',
  'POST /me/tickets/:id/open',
  'POST /me/tickets/:id/confirm',
  'POST /me/tickets/:id/refuse',
  'POST /feedback',
  'POST /auth/unified',
  'POST /auth/unified/finish',
  'GET /me/unified',
  'POST /me/unified',
  'POST /me/unified/finish',
  'POST /me/unified/unlink',
  'GET /me/data',
  'GET /me/data/file',
  'PUT /me/name',
  'POST /me/close',
  'POST /client-errors',
  'POST /me/agreements',
  'GET /me/logins',
  'POST /me/logins/:id/end',
  'POST /me/logins/end-others',
  'POST /auth/second-factor/enrol',
  'POST /auth/second-factor/verify',
  'POST /auth/second-factor/recovery-codes',
  'POST /auth/second-factor/recover',
]
