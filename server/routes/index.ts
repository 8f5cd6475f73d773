import { accountRoutes } from './accounts'
import { auditRoutes } from './audit'
import { authRoutes } from './auth'
import type { Route } from './define'
import { meRoutes } from './me'
import { messageRoutes } from './messages'
import { metaRoutes } from './meta'
import { financeRoutes } from './finance'
import { workRoutes } from './work'
import { catalogueRoutes } from './catalogue'
import { catalogueVersionRoutes } from './catalogues'
import { categoryRoutes } from './categories'
import { channelRoutes } from './channels'
import { columnRoutes } from './columns'
import { streetDeskRoutes } from './desk'
import { powerDeskRoutes } from './desk/powers'
import { dutyRoutes } from './duties'
import { findingRoutes } from './findings'
import { grantRoutes } from './grants'
import { fileRoutes } from './files'
import { homeRoutes } from './home'
import { ledgerRoutes } from './ledger'
import { noticeRoutes } from './notices'
import { orgRoutes } from './orgs'
import { objectionRoutes } from './objections'
import { payoutRoutes } from './payouts'
import { powerCaseRoutes } from './powerCases'
import { powerRoutes } from './powers'
import { rollRoutes } from './roll'
import { searchRoutes } from './search'
import { villageListRoutes } from './villageList'

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
  ...findingRoutes,
  ...channelRoutes,
  ...dutyRoutes,
  ...streetDeskRoutes,
  ...powerDeskRoutes,
  ...catalogueVersionRoutes,
  ...fileRoutes,
  ...villageListRoutes,
  ...powerRoutes,
  ...powerCaseRoutes,
  ...rollRoutes,
  ...accountRoutes,
  ...grantRoutes,
  ...objectionRoutes,
  ...auditRoutes,
]
