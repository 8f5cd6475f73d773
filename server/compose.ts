import type { Connection } from 'mongoose'
import { type Db, createDb } from '@server/platform/store/db'
import { COLLECTIONS } from './collections'
import { accountRoutes } from '@server/people/accounts/routes/accounts'
import { auditRoutes } from '@server/people/audit/routes/audit'
import { authRoutes } from '@server/people/accounts/routes/auth'
import type { Route } from '@server/http/route'
import { meRoutes } from '@server/people/accounts/routes/me'
import { messageRoutes } from '@server/people/messages/routes/messages'
import { metaRoutes } from '@server/http/meta'
import { financeRoutes } from '@server/reading/finance/routes/finance'
import { workRoutes } from '@server/disclosure/notices/routes'
import { catalogueRoutes } from '@server/reading/site/routes/catalogue'
import { catalogueVersionRoutes } from '@server/catalogues/catalogue/routes/versions'
import { categoryRoutes } from '@server/catalogues/catalogue/routes/categories'
import { channelRoutes } from '@server/reading/channels/routes/proofs'
import { columnRoutes } from '@server/reading/channels/routes/columns'
import { matrixRoutes } from '@server/disclosure/obligations/routes/matrix'
import { splitAlarmRoutes } from '@server/power/cases/routes/splitAlarms'
import { obligationRoutes } from '@server/disclosure/obligations/routes/obligations'
import { discrepancyRoutes } from '@server/disclosure/discrepancies/routes/discrepancies'
import { grantRoutes } from '@server/people/accounts/routes/grants'
import { fileRoutes } from '@server/reading/site/routes/files'
import { homeRoutes } from '@server/reading/site/routes/home'
import { ledgerRoutes } from '@server/disclosure/ledger/routes/ledger'
import { noticeRoutes } from '@server/reading/site/routes/notices'
import { orgRoutes } from '@server/people/orgs/routes/orgs'
import { objectionRoutes } from '@server/participation/objections/routes/objections'
import { payoutRoutes } from '@server/reading/finance/routes/payouts'
import { powerCaseRoutes } from '@server/power/cases/routes/cases'
import { powerRoutes } from '@server/power/lists/routes/powers'
import { rosterRoutes } from '@server/people/residents/routes'
import { searchRoutes } from '@server/reading/site/routes/search'
import { villageCatalogueRoutes } from '@server/catalogues/villageCatalogue/routes'

/** Every route of the API, one folder for each resource. */
export const ROUTES: readonly Route[] = [
  ...metaRoutes,
  ...homeRoutes,
  ...orgRoutes,
  ...categoryRoutes,
  ...noticeRoutes,
  ...ledgerRoutes,
  ...catalogueRoutes,
  ...columnRoutes,
  ...searchRoutes,
  ...authRoutes,
  ...meRoutes,
  ...messageRoutes,
  ...workRoutes,
  ...financeRoutes,
  ...payoutRoutes,
  ...discrepancyRoutes,
  ...channelRoutes,
  ...obligationRoutes,
  ...matrixRoutes,
  ...splitAlarmRoutes,
  ...catalogueVersionRoutes,
  ...fileRoutes,
  ...villageCatalogueRoutes,
  ...powerRoutes,
  ...powerCaseRoutes,
  ...rosterRoutes,
  ...accountRoutes,
  ...grantRoutes,
  ...objectionRoutes,
  ...auditRoutes,
]

/** Opens the whole store on a connection. */
export const composeDb = (connection: Connection): Db => createDb(connection, COLLECTIONS)
