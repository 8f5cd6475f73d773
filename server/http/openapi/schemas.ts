import { z } from 'zod'
import * as alignment from '@shared/contract/catalogues/alignment'
import * as catalogue from '@shared/contract/catalogues/catalogue'
import * as catalogueDraft from '@shared/contract/catalogues/catalogueDraft'
import * as category from '@shared/contract/catalogues/category'
import * as villageCatalogue from '@shared/contract/catalogues/villageCatalogue'
import * as common from '@shared/contract/common'
import * as discrepancy from '@shared/contract/disclosure/discrepancy'
import * as files from '@shared/contract/disclosure/files'
import * as holidays from '@shared/contract/disclosure/holidays'
import * as ledger from '@shared/contract/disclosure/ledger'
import * as matrix from '@shared/contract/disclosure/matrix'
import * as notice from '@shared/contract/disclosure/notice'
import * as noticeWorkflow from '@shared/contract/disclosure/noticeWorkflow'
import * as obligation from '@shared/contract/disclosure/obligation'
import * as presentation from '@shared/contract/disclosure/presentation'
import * as privacy from '@shared/contract/disclosure/privacy'
import * as removal from '@shared/contract/disclosure/removal'
import * as removedNotice from '@shared/contract/disclosure/removedNotice'
import * as tableImport from '@shared/contract/disclosure/tableImport'
import * as application from '@shared/contract/participation/application'
import * as applicationPapers from '@shared/contract/participation/applicationPapers'
import * as objection from '@shared/contract/participation/objection'
import * as agreement from '@shared/contract/people/agreement'
import * as clientError from '@shared/contract/people/clientError'
import * as ownData from '@shared/contract/people/ownData'
import * as audit from '@shared/contract/people/audit'
import * as auth from '@shared/contract/people/auth'
import * as webLogin from '@shared/contract/people/webLogin'
import * as grant from '@shared/contract/people/grant'
import * as message from '@shared/contract/people/message'
import * as operation from '@shared/contract/people/operation'
import * as org from '@shared/contract/people/org'
import * as orgContacts from '@shared/contract/people/orgContacts'
import * as roster from '@shared/contract/people/roster'
import * as todo from '@shared/contract/people/todo'
import * as cases from '@shared/contract/power/case'
import * as item from '@shared/contract/power/item'
import * as list from '@shared/contract/power/list'
import * as splitAlarm from '@shared/contract/power/splitAlarm'
import * as answer from '@shared/contract/reading/answer'
import * as channelProof from '@shared/contract/reading/channelProof'
import * as code from '@shared/contract/reading/code'
import * as column from '@shared/contract/reading/column'
import * as financeYear from '@shared/contract/reading/financeYear'
import * as household from '@shared/contract/reading/household'
import * as payout from '@shared/contract/reading/payout'
import * as serviceGuide from '@shared/contract/reading/serviceGuide'
import * as search from '@shared/contract/reading/search'
import * as site from '@shared/contract/reading/site'
import * as shareCard from '@shared/contract/reading/shareCard'
import * as wall from '@shared/contract/reading/wall'
import * as zone from '@shared/contract/reading/zone'

const MODULES = [
  alignment,
  catalogue,
  catalogueDraft,
  category,
  villageCatalogue,
  common,
  discrepancy,
  files,
  holidays,
  ledger,
  matrix,
  notice,
  noticeWorkflow,
  obligation,
  presentation,
  privacy,
  removal,
  removedNotice,
  tableImport,
  application,
  applicationPapers,
  zone,
  objection,
  agreement,
  clientError,
  ownData,
  audit,
  auth,
  webLogin,
  grant,
  message,
  operation,
  org,
  orgContacts,
  roster,
  todo,
  cases,
  item,
  list,
  splitAlarm,
  answer,
  channelProof,
  code,
  column,
  financeYear,
  household,
  payout,
  serviceGuide,
  search,
  site,
  shareCard,
  wall,
]

/** Every exported schema of the contract by its name: the components of the OpenAPI document. */
export const NAMED_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map(
  MODULES.flatMap(module => Object.entries<unknown>(module)).filter(
    (entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType,
  ),
)
