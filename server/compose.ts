import type { Connection } from 'mongoose'
import type { Api } from '@server/http/mount'
import { metaRoutes } from '@server/http/meta'
import type { Feature } from '@server/http/feature'
import type { PlainPages } from '@server/http/pageRoute'
import { IdempotencyKeys } from '@server/platform/idempotency/idempotencyKeys'
import { AuditBlocks } from '@server/platform/audit/auditBlocks'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { FeedVersions } from '@server/platform/pages/pageVersions'
import { Jobs } from '@server/platform/jobs/jobs'
import { StoreState } from '@server/platform/migrations/storeState'
import { pathOfOrg } from '@server/platform/audit/writeAudit'
import { orgsAround } from '@server/platform/pages/invalidate'
import type { JobHandlers } from '@server/platform/jobs/runner'
import { bannedMessages, daysOfHolidaysLeft, fileBytes, ledgerSize } from '@server/platform/jobs/storeGauges'
import type { Services } from '@server/platform/services'
import { answer, createDb, on } from '@server/platform/store/createDb'
import type { Store } from '@server/platform/store/db'
import { orgs } from '@server/people/orgs/feature'
import { agreements } from '@server/people/agreements/feature'
import { accounts } from '@server/people/accounts/feature'
import { todos } from '@server/people/todos/feature'
import { permittedOf, todosOf } from '@server/people/todos'
import { permittedActions } from '@server/policies'
import { webLogin } from '@server/people/webLogin/feature'
import { endStaffRoles } from '@server/people/accounts/commands/endStaffRoles'
import { notifyOfMerger } from '@server/people/messages/commands/notifyOfMerger'
import { orgMerged, orgMoved, unfinishedWork } from '@server/people/orgs/events'
import {
  handOverObjections,
  relistObjections,
  takeNameOff,
} from '@server/participation/objections/commands/handOverObjections'
import {
  handOverObligations,
  relistObligations,
} from '@server/disclosure/obligations/commands/handOverObligations'
import { unfinishedCases } from '@server/power/cases/queries/unfinishedCases'
import { audit } from '@server/people/audit/feature'
import { operation } from '@server/people/operation/feature'
import { messages } from '@server/people/messages/feature'
import { messagesBanned } from '@server/people/messages/queries/pauses'
import { residents } from '@server/people/residents/feature'
import { ownData } from '@server/people/ownData/feature'
import { accountClosed, ownDataAsked } from '@server/people/ownData/events'
import { closeAccount } from '@server/people/accounts/commands/closeAccount'
import { ownAccountData } from '@server/people/accounts/queries/logins'
import { expireAgreements } from '@server/people/agreements/commands/recordAgreement'
import { ownAgreementData } from '@server/people/agreements/queries/agreements'
import { dropIdentityLink } from '@server/people/webLogin/commands/linkIdentity'
import { ownIdentityData } from '@server/people/webLogin/queries/identityLink'
import { dropMessages } from '@server/people/messages/commands/readMessages'
import { ownMessageData } from '@server/people/messages/queries/inbox'
import { closeClaims } from '@server/people/residents/commands/decideClaim'
import { ownClaimData } from '@server/people/residents/queries/roster'
import { ownObjectionData } from '@server/participation/objections/queries/objections'
import { catalogue } from '@server/catalogues/catalogue/feature'
import { villageCatalogue } from '@server/catalogues/villageCatalogue/feature'
import { holidays } from '@server/disclosure/holidays/feature'
import { publications } from '@server/disclosure/publications/feature'
import { ledger } from '@server/disclosure/ledger/feature'
import { rowsRecorded } from '@server/platform/store/recorded'
import { files } from '@server/disclosure/files/feature'
import { notices } from '@server/disclosure/notices/feature'
import { removals } from '@server/disclosure/removals/feature'
import { removalTodos } from '@server/disclosure/removals/queries/removalTodos'
import { discrepancies } from '@server/disclosure/discrepancies/feature'
import { obligations } from '@server/disclosure/obligations/feature'
import { lists } from '@server/power/lists/feature'
import { cases } from '@server/power/cases/feature'
import { applications } from '@server/participation/applications/feature'
import { openPromisedItems } from '@server/participation/applications/commands/promiseItem'
import { leaveApplications } from '@server/participation/applications/commands/leaveApplications'
import { scheduleApplicationRecomputation } from '@server/participation/applications/jobs/applicationJobs'
import { applicationTodos } from '@server/participation/applications/queries/applicationTodos'
import { ownApplicationData, paperFiles } from '@server/participation/applications/queries/applications'
import { objections } from '@server/participation/objections/feature'
import { channels } from '@server/reading/channels/feature'
import { finance } from '@server/reading/finance/feature'
import { guideOfService } from '@server/reading/site'
import { guideAsked } from '@server/power/lists'
import { site } from '@server/reading/site/feature'
import { errorPage } from '@server/reading/plainPages'
import { plainPages } from '@server/reading/plainPages/feature'
import { zone } from '@server/reading/zone/feature'
import { inspections } from '@server/oversight/inspections/feature'
import { catalogueActivated, itemsEnding, preparedList } from '@server/catalogues/catalogue/events'
import { refreshLinksOfIssuer } from '@server/catalogues/villageCatalogue/commands/refreshLinks'
import { linksDecided, villageCatalogueActivated } from '@server/catalogues/villageCatalogue/events'
import { villageList, villagesBound } from '@server/catalogues/villageCatalogue/itemUses'
import {
  comparePublished,
  compareWithdrawn,
  refreshLinked,
} from '@server/disclosure/discrepancies/commands/refreshDiscrepancies'
import { daysMoving, holidaysConfirmed } from '@server/disclosure/holidays/events'
import { holidayDaysLeft } from '@server/disclosure/holidays/queries/activeHolidays'
import { scheduleNoticeRecomputation } from '@server/disclosure/notices/jobs/recomputeNotices'
import { noticeDaysMoving } from '@server/disclosure/notices/queries/recomputedDates'
import { obligationDaysMoving } from '@server/disclosure/obligations/queries/recomputedDates'
import { openWaitingDisclosures } from '@server/power/cases/commands/discloseFinishedSteps'
import { scheduleCaseRecomputation } from '@server/power/cases/jobs/recomputeCases'
import { caseDaysMoving } from '@server/power/cases/queries/recomputedDates'
import { scheduleAnswerRecomputation } from '@server/participation/objections/jobs/recomputeAnswers'
import { answerDaysMoving } from '@server/participation/objections/queries/recomputedDates'
import { ledgerEntries, recordRows } from '@server/disclosure/ledger/commands/appendToLedger'
import { recordEdition, recordWithdrawal } from '@server/disclosure/ledger/commands/recordEdition'
import { schedulePublicityEnd } from '@server/disclosure/notices/commands/publishNotice'
import { filesInUse } from '@server/disclosure/files/events'
import { storedBytes } from '@server/disclosure/files/queries/files'
import { caseFiles } from '@server/power/cases/queries/caseFiles'
import { proofFiles } from '@server/reading/channels/queries/channelProofs'
import { noticeConfirming } from '@server/disclosure/notices/events'
import { recordVerdict } from '@server/disclosure/files/commands/checkPictures'
import { eraseFiles } from '@server/disclosure/files/commands/collectFiles'
import { forgetMessagesAbout } from '@server/people/messages/commands/forgetMessages'
import { coverTitle } from '@server/participation/objections/commands/coverTitle'
import {
  openWithdrawal,
  relistRemovals,
  replaceByEdition,
} from '@server/disclosure/removals/commands/openWithdrawal'
import { filesBeside, objectionsOn } from '@server/disclosure/removals/events'
import {
  closeObligations,
  reopenErased,
  reopenObligations,
} from '@server/disclosure/obligations/commands/closeObligations'
import {
  openVillageObligations,
  refreshLinkedObligations,
} from '@server/disclosure/obligations/commands/refreshObligations'
import { obligationsRefreshed } from '@server/disclosure/obligations/events'
import { obligationsRunning } from '@server/disclosure/obligations/itemUses'
import {
  scheduleObligationRecomputation,
  scheduleObligations,
} from '@server/disclosure/obligations/jobs/dailyObligations'
import { notifyFollowers } from '@server/disclosure/publications/commands/notifyFollowers'
import {
  editionErased,
  editionPublished,
  editionWithdrawn,
  noticeWithdrawn,
} from '@server/disclosure/publications/events'
import { countObjections, openObjections } from '@server/participation/objections/queries/objections'
import { loadActor, stillHolds } from '@server/people/accounts/queries/actor'
import { codesAround, orgPath } from '@server/people/orgs/queries/orgs'
import { dropProofs } from '@server/reading/channels/commands/recordProof'
import {
  noticeFiles,
  noticesOnTheWay,
  noticeTodos,
  scheduledNotices,
} from '@server/disclosure/notices/queries/notices'
import { obligationTodos } from '@server/disclosure/obligations/queries/obligationTodos'
import { objectionTodos } from '@server/participation/objections/queries/objectionTodos'
import { discrepancyTodos } from '@server/disclosure/discrepancies/queries/discrepancyTodos'
import { caseTodos } from '@server/power/cases/queries/caseTodos'
import { draftTodos } from '@server/catalogues/catalogue/queries/draftTodos'
import { listTodos } from '@server/catalogues/villageCatalogue/queries/listTodos'
import { claimTodos } from '@server/people/residents/queries/claimTodos'
import { inspectionTodos } from '@server/oversight/inspections/queries/inspectionTodos'
import { grantTodos } from '@server/people/accounts/queries/grantTodos'

/** Lists every room in dependency order: a room may use only rooms above it in this list. */
export const FEATURES: readonly Feature[] = [
  orgs,
  agreements,
  todos,
  accounts,
  webLogin,
  audit,
  operation,
  messages,
  residents,
  ownData,
  catalogue,
  villageCatalogue,
  holidays,
  publications,
  ledger,
  files,
  notices,
  removals,
  discrepancies,
  obligations,
  lists,
  cases,
  objections,
  applications,
  channels,
  finance,
  site,
  plainPages,
  zone,
  inspections,
]

export const COLLECTIONS = [
  ...FEATURES.flatMap(({ collections = [] }) => collections),
  IdempotencyKeys,
  AuditEntries,
  AuditBlocks,
  FeedVersions,
  Jobs,
  StoreState,
]

/** Names of the collections whose rows never go. */
export const LASTING = COLLECTIONS.filter(({ lasting }) => lasting).map(({ name }) => name)

export const ROUTES = [...metaRoutes, ...FEATURES.flatMap(({ routes = [] }) => routes)]

/** Pages for readers without scripts, and the page of every error on their addresses. */
const PAGES: PlainPages = { routes: FEATURES.flatMap(({ pages = [] }) => pages), errorPage }

/** Maps each job kind to its handler; a job without a handler stays waiting. */
export const JOB_HANDLERS: JobHandlers<Services> = FEATURES.reduce<JobHandlers<Services>>(
  (all, { jobs }) => ({ ...all, ...jobs }),
  {},
)

/** Returns the jobs of a day. */
export const DAILY_JOBS = FEATURES.flatMap(({ daily }) => (daily ? [daily] : []))

/** The parts that the HTTP layer mounts. */
export const API: Api = {
  routes: ROUTES,
  pages: PAGES,
  authenticate: loadActor,
  stillHolds,
  takeVerdict: recordVerdict,
}

/** Opens every collection on a connection. */
export const composeDb = (connection: Connection): Store =>
  createDb(connection, COLLECTIONS, { reactions: REACTIONS, answers: ANSWERS })

/** Maps each event to the reactions of other rooms; they run in this order, in the transaction of the event. */
export const REACTIONS = [
  on(
    editionPublished,
    notifyFollowers,
    recordEdition,
    schedulePublicityEnd,
    comparePublished,
    closeObligations,
    replaceByEdition,
  ),
  on(rowsRecorded, recordRows),
  on(editionWithdrawn, dropProofs, recordWithdrawal),
  on(noticeWithdrawn, compareWithdrawn, reopenObligations, openWithdrawal),
  on(editionErased, dropProofs, compareWithdrawn, reopenErased, eraseFiles, forgetMessagesAbout, coverTitle),
  on(catalogueActivated, refreshLinksOfIssuer, scheduleObligations, openPromisedItems),
  on(villageCatalogueActivated, openVillageObligations),
  on(obligationsRefreshed, openWaitingDisclosures),
  on(orgMerged, notifyOfMerger, endStaffRoles, handOverObjections, handOverObligations, relistRemovals),
  on(orgMoved, relistObjections, relistObligations, relistRemovals),
  on(
    accountClosed,
    closeAccount,
    expireAgreements,
    dropIdentityLink,
    dropMessages,
    closeClaims,
    takeNameOff,
    leaveApplications,
  ),
  on(linksDecided, refreshLinked, refreshLinkedObligations),
  on(
    holidaysConfirmed,
    scheduleNoticeRecomputation,
    scheduleObligationRecomputation,
    scheduleCaseRecomputation,
    scheduleAnswerRecomputation,
    scheduleApplicationRecomputation,
  ),
]

/** Maps each question of a room to the answers of the rooms above it. */
export const ANSWERS = [
  answer(
    ownDataAsked,
    ownAccountData,
    ownAgreementData,
    ownIdentityData,
    ownMessageData,
    ownClaimData,
    ownObjectionData,
    ownApplicationData,
  ),
  answer(noticeConfirming, openObjections),
  answer(objectionsOn, countObjections),
  answer(filesBeside, caseFiles, proofFiles),
  answer(ledgerSize, ledgerEntries),
  answer(fileBytes, storedBytes),
  answer(filesInUse, noticeFiles, caseFiles, proofFiles, paperFiles),
  answer(daysOfHolidaysLeft, holidayDaysLeft),
  answer(bannedMessages, messagesBanned),
  answer(daysMoving, noticeDaysMoving, obligationDaysMoving, caseDaysMoving, answerDaysMoving),
  answer(pathOfOrg, orgPath),
  answer(orgsAround, codesAround),
  answer(guideAsked, guideOfService),
  answer(unfinishedWork, scheduledNotices, unfinishedCases),
  answer(preparedList, villageList),
  answer(permittedOf, permittedActions),
  answer(
    todosOf,
    noticeTodos,
    obligationTodos,
    objectionTodos,
    applicationTodos,
    discrepancyTodos,
    caseTodos,
    draftTodos,
    listTodos,
    claimTodos,
    inspectionTodos,
    removalTodos,
    grantTodos,
  ),
  answer(itemsEnding, noticesOnTheWay, villagesBound, obligationsRunning),
]
