import type { Connection } from 'mongoose'
import { auditEntries } from '../audit/auditEntries'
import { modelOn } from './collection'
import { catalogueDraftRows, catalogueDrafts } from '@server/catalogues/catalogue/models/catalogueDrafts'
import { catalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { channelProofs } from '@server/reading/channels/models/channelProofs'
import { claimAttempts } from '@server/people/residents/models/claimAttempts'
import { matrixYears } from '@server/disclosure/obligations/models/matrixYears'
import { feedVersions } from '../pages/pageVersions'
import { filePictures } from '@server/disclosure/files/models/filePictures'
import { fileChunks, files } from '@server/disclosure/files/models/files'
import { discrepancyEvents, discrepancies } from '@server/disclosure/discrepancies/models/discrepancies'
import { guidance } from '@server/disclosure/notices/models/guidance'
import { idempotencyKeys } from '../idempotency/idempotencyKeys'
import { inboxMessages } from '@server/people/messages/models/inboxMessages'
import { inspections } from '@server/oversight/inspections/models/inspections'
import { itemLinks, linkBooks } from '@server/catalogues/villageCatalogue/models/itemLinks'
import { jobs } from '../jobs/jobs'
import { leakRecords } from '@server/disclosure/notices/models/leakRecords'
import { ledgerEntries, ledgerSecrets } from '@server/disclosure/ledger/models/ledgerEntries'
import {
  checkpoints,
  ledgerChains,
  ledgerHeads,
  ledgerNodes,
} from '@server/disclosure/ledger/models/ledgerTree'
import { listRemarks } from '@server/catalogues/villageCatalogue/models/villageCatalogueRemarks'
import { logins } from '@server/people/accounts/models/logins'
import { notices } from '@server/disclosure/notices/models/notices'
import {
  objectionCounters,
  objectionEvents,
  objections,
} from '@server/participation/objections/models/objections'
import { obligations } from '@server/disclosure/obligations/models/obligations'
import { orgs } from '@server/people/orgs/models/orgs'
import { outboxDigests } from '@server/people/messages/models/outboxDigests'
import { powerCaseEvents, powerCases } from '@server/power/cases/models/powerCases'
import { powerLists } from '@server/power/lists/models/powerLists'
import { publications } from '@server/disclosure/publications/models/publications'
import { revisions } from '@server/disclosure/notices/models/revisions'
import { roleGrants } from '@server/people/accounts/models/roleGrants'
import { rosterVersions } from '@server/people/residents/models/rosterVersions'
import { residencyClaims } from '@server/people/residents/models/residencyClaims'
import { rosterEntries } from '@server/people/residents/models/rosterEntries'
import { secondFactors } from '@server/people/accounts/models/secondFactors'
import { sessions } from '@server/people/accounts/models/sessions'
import { splitAnswers } from '@server/power/cases/models/splitAnswers'
import { statuses } from '@server/disclosure/notices/models/statuses'
import { storeState } from '../migrations/storeState'
import { messageConsents, subscriptions } from '@server/people/messages/models/subscriptions'
import { triggerEvents } from '@server/disclosure/obligations/models/triggerEvents'
import { users } from '@server/people/accounts/models/users'
import { villageCatalogues } from '@server/catalogues/villageCatalogue/models/villageCatalogues'

/** Every collection as a typed model on one connection. Made once in the composition root and passed on. */
export function createModels(connection: Connection) {
  return {
    connection,
    orgs: modelOn(connection, orgs),
    catalogues: modelOn(connection, catalogues),
    catalogueItems: modelOn(connection, catalogueItems),
    catalogueDrafts: modelOn(connection, catalogueDrafts),
    catalogueDraftRows: modelOn(connection, catalogueDraftRows),
    villageLists: modelOn(connection, villageCatalogues),
    powerLists: modelOn(connection, powerLists),
    powerCases: modelOn(connection, powerCases),
    powerCaseEvents: modelOn(connection, powerCaseEvents),
    listRemarks: modelOn(connection, listRemarks),
    itemLinks: modelOn(connection, itemLinks),
    linkBooks: modelOn(connection, linkBooks),
    notices: modelOn(connection, notices),
    revisions: modelOn(connection, revisions),
    statuses: modelOn(connection, statuses),
    publications: modelOn(connection, publications),
    guidance: modelOn(connection, guidance),
    findings: modelOn(connection, discrepancies),
    findingEvents: modelOn(connection, discrepancyEvents),
    leakRecords: modelOn(connection, leakRecords),
    users: modelOn(connection, users),
    roleGrants: modelOn(connection, roleGrants),
    logins: modelOn(connection, logins),
    splitAnswers: modelOn(connection, splitAnswers),
    sessions: modelOn(connection, sessions),
    secondFactors: modelOn(connection, secondFactors),
    idempotencyKeys: modelOn(connection, idempotencyKeys),
    auditEntries: modelOn(connection, auditEntries),
    feedVersions: modelOn(connection, feedVersions),
    channelProofs: modelOn(connection, channelProofs),
    files: modelOn(connection, files),
    fileChunks: modelOn(connection, fileChunks),
    filePictures: modelOn(connection, filePictures),
    ledgerEntries: modelOn(connection, ledgerEntries),
    ledgerSecrets: modelOn(connection, ledgerSecrets),
    ledgerHeads: modelOn(connection, ledgerHeads),
    ledgerChains: modelOn(connection, ledgerChains),
    ledgerNodes: modelOn(connection, ledgerNodes),
    checkpoints: modelOn(connection, checkpoints),
    jobs: modelOn(connection, jobs),
    inboxMessages: modelOn(connection, inboxMessages),
    outboxDigests: modelOn(connection, outboxDigests),
    subscriptions: modelOn(connection, subscriptions),
    messageConsents: modelOn(connection, messageConsents),
    rollBooks: modelOn(connection, rosterVersions),
    rollEntries: modelOn(connection, rosterEntries),
    rollClaims: modelOn(connection, residencyClaims),
    claimTries: modelOn(connection, claimAttempts),
    objections: modelOn(connection, objections),
    objectionEvents: modelOn(connection, objectionEvents),
    objectionCounters: modelOn(connection, objectionCounters),
    obligations: modelOn(connection, obligations),
    triggerEvents: modelOn(connection, triggerEvents),
    deskYears: modelOn(connection, matrixYears),
    inspections: modelOn(connection, inspections),
    storeState: modelOn(connection, storeState),
  }
}

export type Models = ReturnType<typeof createModels>

/** Makes every collection; a second call changes nothing. Transactions need the collections to exist. */
export async function ensureCollections(models: Models): Promise<void> {
  for (const model of Object.values(models.connection.models)) await model.createCollection()
}

/**
 * Makes every index of collections that are there; a second call changes nothing.
 * Without `expiry` no row is removed for its age: under a clock that was set, the engine's own time means nothing.
 */
export async function createAllIndexes(models: Models, { expiry = true } = {}): Promise<void> {
  for (const model of Object.values(models.connection.models)) await createIndexes(model, expiry)
}

/** Makes every collection and index, as above. */
export async function ensureIndexes(models: Models, { expiry = true } = {}): Promise<void> {
  await ensureCollections(models)
  await createAllIndexes(models, { expiry })
}

/** The store has an index of these fields with other options: it was made with, or without, `expiry`. */
const CONFLICTS = new Set([85, 86])

type IndexFields = Record<string, 1 | -1>

const nameOf = (fields: IndexFields): string =>
  Object.entries(fields)
    .map(part => part.join('_'))
    .join('_')

async function createIndexes(
  { schema, collection }: Connection['models'][string],
  expiry: boolean,
): Promise<void> {
  for (const [
    declared,
    { unique, partialFilterExpression: partial, expireAfterSeconds: age },
  ] of schema.indexes()) {
    const fields = declared as IndexFields
    const create = () =>
      collection.createIndex(fields, {
        ...(unique && { unique: true }),
        ...(partial && { partialFilterExpression: partial }),
        ...(expiry && age !== undefined && { expireAfterSeconds: Number(age) }),
      })
    try {
      await create()
    } catch (error) {
      if (!CONFLICTS.has(Number((error as { code?: unknown }).code))) throw error
      await collection.dropIndex(nameOf(fields))
      await create()
    }
  }
}

export { LAWFUL_ERASURE, newId } from './collection'
export { placeId } from '@server/disclosure/ledger/models/ledgerEntries'
export type { AuditRow } from '../audit/auditEntries'
export type {
  DraftRow as CatalogueDraftLineRow,
  CatalogueDraftRow,
} from '@server/catalogues/catalogue/models/catalogueDrafts'
export type { CatalogueItemRow } from '@server/catalogues/catalogue/models/catalogueItems'
export type { CatalogueRow } from '@server/catalogues/catalogue/models/catalogues'
export type { MatrixYearRow as DeskYearRow, OwnItem } from '@server/disclosure/obligations/models/matrixYears'
export type { ChannelProofRow } from '@server/reading/channels/models/channelProofs'
export type { FeedVersionRow } from '../pages/pageVersions'
export type { FilePictureRow } from '@server/disclosure/files/models/filePictures'
export { CHUNK_BYTES } from '@server/disclosure/files/models/files'
export type { FileChunkRow, FileRow } from '@server/disclosure/files/models/files'
export type {
  DiscrepancyEventRow as FindingEventRow,
  DiscrepancyRow as FindingRow,
} from '@server/disclosure/discrepancies/models/discrepancies'
export type { GuidanceKind, GuidanceRow } from '@server/disclosure/notices/models/guidance'
export type { LeakRecordRow } from '@server/disclosure/notices/models/leakRecords'
export type { IdempotencyRow } from '../idempotency/idempotencyKeys'
export type { InboxMessageRow } from '@server/people/messages/models/inboxMessages'
export type { InspectionCellRow, InspectionRow } from '@server/oversight/inspections/models/inspections'
export type { ItemLinkRow } from '@server/catalogues/villageCatalogue/models/itemLinks'
export { JOB_KINDS } from '../jobs/jobs'
export type { JobKind, JobRow, JobState } from '../jobs/jobs'
export type { LedgerEntryRow, LedgerSecretRow } from '@server/disclosure/ledger/models/ledgerEntries'
export type {
  CheckpointRow,
  LedgerChainRow,
  LedgerHeadRow,
  LedgerNodeRow,
} from '@server/disclosure/ledger/models/ledgerTree'
export type { ListRemarkRow } from '@server/catalogues/villageCatalogue/models/villageCatalogueRemarks'
export type { LoginRow } from '@server/people/accounts/models/logins'
export type { NoticeRow } from '@server/disclosure/notices/models/notices'
export type { ObjectionEventRow, ObjectionRow } from '@server/participation/objections/models/objections'
export type { ObligationRow } from '@server/disclosure/obligations/models/obligations'
export type { OrgRow } from '@server/people/orgs/models/orgs'
export type { DigestEntry, OutboxDigestRow } from '@server/people/messages/models/outboxDigests'
export type { PowerCaseEventRow, PowerCaseRow } from '@server/power/cases/models/powerCases'
export type { PowerListRow } from '@server/power/lists/models/powerLists'
export type { PublicationRow } from '@server/disclosure/publications/models/publications'
export type { RevisionRow } from '@server/disclosure/notices/models/revisions'
export type { RoleGrantRow } from '@server/people/accounts/models/roleGrants'
export type { RosterVersionRow as RollBookRow } from '@server/people/residents/models/rosterVersions'
export type { ResidencyClaimRow as RollClaimRow } from '@server/people/residents/models/residencyClaims'
export type { RosterEntryRow as RollEntryRow } from '@server/people/residents/models/rosterEntries'
export type { SecondFactorRow } from '@server/people/accounts/models/secondFactors'
export type { SessionRow } from '@server/people/accounts/models/sessions'
export type { SplitAnswerRow } from '@server/power/cases/models/splitAnswers'
export type { StatusEvent, StatusRow } from '@server/disclosure/notices/models/statuses'
export type { MigrationRecord, StoreStateRow } from '../migrations/storeState'
export type { MessageConsentRow, SubscriptionRow } from '@server/people/messages/models/subscriptions'
export type { TriggerEventRow } from '@server/disclosure/obligations/models/triggerEvents'
export type { UserRow } from '@server/people/accounts/models/users'
export type { VillageCatalogueRow as VillageListRow } from '@server/catalogues/villageCatalogue/models/villageCatalogues'
