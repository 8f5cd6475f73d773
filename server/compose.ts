import { answer, createDb, on } from '@server/platform/store/createDb'
import { catalogueActivated, itemsEnding } from '@server/catalogues/catalogue/events'
import { refreshLinksOfIssuer } from '@server/catalogues/villageCatalogue/commands/refreshLinks'
import { linksDecided, villageCatalogueActivated } from '@server/catalogues/villageCatalogue/events'
import { villagesBound } from '@server/catalogues/villageCatalogue/itemUses'
import {
  comparePublished,
  compareWithdrawn,
  refreshLinked,
} from '@server/disclosure/discrepancies/commands/refreshDiscrepancies'
import { recordEdition, recordWithdrawal } from '@server/disclosure/ledger/commands/recordEdition'
import { schedulePublicityEnd } from '@server/disclosure/notices/commands/publishNotice'
import { noticeConfirming } from '@server/disclosure/notices/events'
import { noticesOnTheWay } from '@server/disclosure/notices/itemUses'
import { closeObligations, reopenObligations } from '@server/disclosure/obligations/commands/closeObligations'
import { openVillageObligations } from '@server/disclosure/obligations/commands/refreshObligations'
import { obligationsRunning } from '@server/disclosure/obligations/itemUses'
import { scheduleObligations } from '@server/disclosure/obligations/jobs/dailyObligations'
import { notifyFollowers } from '@server/disclosure/publications/commands/notifyFollowers'
import {
  editionErased,
  editionPublished,
  editionWithdrawn,
  noticeWithdrawn,
} from '@server/disclosure/publications/events'
import { openObjections } from '@server/participation/objections/queries/objections'
import { dropErasedProofs, dropProofs } from '@server/reading/channels/commands/recordProof'
import {
  fanOutObligations,
  refreshObligationsJob,
} from '@server/disclosure/obligations/jobs/dailyObligations'
import { endPublicityJob, publishScheduled } from '@server/disclosure/notices/jobs/scheduledNotices'
import type { Services } from '@server/platform/services'
import type { JobHandlers } from '@server/platform/jobs/runner'
import { notifyFollowersJob } from '@server/disclosure/publications/jobs/notifyFollowers'
import { sendMessageJob } from '@server/people/messages/jobs/sendMessage'
import { notifyNoticeJob } from '@server/disclosure/notices/jobs/notifyNotice'
import { answerDueJob, notifyObjectionJob } from '@server/participation/objections/jobs/notifyObjection'
import type { Connection } from 'mongoose'
import type { Db } from '@server/platform/store/db'
import { COLLECTIONS } from './collections'
import { accountRoutes } from '@server/people/accounts/routes/accounts'
import { auditRoutes } from '@server/people/audit/routes/audit'
import { authRoutes } from '@server/people/accounts/routes/auth'
import type { Route } from '@server/http/route'
import type { Api } from '@server/http/mount'
import { loadActor } from '@server/people/accounts/queries/actor'
import { ledgerEntries } from '@server/disclosure/ledger/commands/appendToLedger'
import { orgPath } from '@server/people/orgs/queries/orgs'
import { ledgerSize } from '@server/platform/jobs/storeGauges'
import { pathOfOrg } from '@server/platform/audit/writeAudit'
import { inspectionRoutes } from '@server/oversight/inspections/routes/inspections'
import { erasureRoutes } from '@server/disclosure/notices/routes/erasures'
import { feedRoutes } from '@server/reading/site/routes/feed'
import { householdRoutes } from '@server/reading/site/routes/household'
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
  ...feedRoutes,
  ...categoryRoutes,
  ...noticeRoutes,
  ...ledgerRoutes,
  ...erasureRoutes,
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
  ...inspectionRoutes,
  ...splitAlarmRoutes,
  ...catalogueVersionRoutes,
  ...fileRoutes,
  ...villageCatalogueRoutes,
  ...powerRoutes,
  ...powerCaseRoutes,
  ...rosterRoutes,
  ...householdRoutes,
  ...accountRoutes,
  ...grantRoutes,
  ...objectionRoutes,
  ...auditRoutes,
]

/** What the HTTP layer mounts. */
export const API: Api = { routes: ROUTES, authenticate: loadActor }

/** Opens the whole store on a connection. */
export const composeDb = (connection: Connection): Db =>
  createDb(connection, COLLECTIONS, { reactions: REACTIONS, answers: ANSWERS })

/** What is done when its time has come, by kind; work of a kind without a handler waits. */
export const JOB_HANDLERS: JobHandlers<Services> = {
  'notify-followers': notifyFollowersJob,
  'send-message': sendMessageJob,
  publish: publishScheduled,
  'end-publicity': endPublicityJob,
  'tell-notice': notifyNoticeJob,
  'tell-objection': notifyObjectionJob,
  'answer-due': answerDueJob,
  'open-duties': fanOutObligations,
  'refresh-duties': refreshObligationsJob,
}

/** What follows a fact of one room in others: in this order, in the transaction of the fact. */
export const REACTIONS = [
  on(
    editionPublished,
    notifyFollowers,
    recordEdition,
    schedulePublicityEnd,
    comparePublished,
    closeObligations,
  ),
  on(editionWithdrawn, dropProofs, recordWithdrawal),
  on(noticeWithdrawn, compareWithdrawn, reopenObligations),
  on(editionErased, dropErasedProofs, compareWithdrawn),
  on(catalogueActivated, refreshLinksOfIssuer, scheduleObligations),
  on(villageCatalogueActivated, openVillageObligations),
  on(linksDecided, refreshLinked),
]

/** Who answers the questions of rooms below. */
export const ANSWERS = [
  answer(noticeConfirming, openObjections),
  answer(ledgerSize, ledgerEntries),
  answer(pathOfOrg, orgPath),
  answer(itemsEnding, noticesOnTheWay, villagesBound, obligationsRunning),
]
