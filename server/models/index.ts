import type { Connection } from 'mongoose'
import { auditEntries } from './auditEntries'
import { modelOn } from './base'
import { catalogueDraftRows, catalogueDrafts } from './catalogueDrafts'
import { catalogueItems } from './catalogueItems'
import { catalogues } from './catalogues'
import { channelProofs } from './channelProofs'
import { claimTries } from './claimTries'
import { deskYears } from './deskYears'
import { feedVersions } from './feedVersions'
import { filePictures } from './filePictures'
import { fileChunks, files } from './files'
import { findingEvents, findings } from './findings'
import { guidance } from './guidance'
import { idempotencyKeys } from './idempotencyKeys'
import { inboxMessages } from './inboxMessages'
import { inspections } from './inspections'
import { itemLinks, linkBooks } from './itemLinks'
import { jobs } from './jobs'
import { leakRecords } from './leakRecords'
import { ledgerEntries, ledgerSecrets } from './ledgerEntries'
import { checkpoints, ledgerChains, ledgerHeads, ledgerNodes } from './ledgerTree'
import { listRemarks } from './listRemarks'
import { logins } from './logins'
import { notices } from './notices'
import { objectionCounters, objectionEvents, objections } from './objections'
import { obligations } from './obligations'
import { orgs } from './orgs'
import { outboxDigests } from './outboxDigests'
import { powerCaseEvents, powerCases } from './powerCases'
import { powerLists } from './powerLists'
import { publications } from './publications'
import { revisions } from './revisions'
import { roleGrants } from './roleGrants'
import { rollBooks } from './rollBooks'
import { rollClaims } from './rollClaims'
import { rollEntries } from './rollEntries'
import { secondFactors } from './secondFactors'
import { sessions } from './sessions'
import { splitAnswers } from './splitAnswers'
import { statuses } from './statuses'
import { storeState } from './storeState'
import { messageConsents, subscriptions } from './subscriptions'
import { triggerEvents } from './triggerEvents'
import { users } from './users'
import { villageLists } from './villageLists'

/** Every collection as a typed model on one connection. Made once in the composition root and passed on. */
export function createModels(connection: Connection) {
  return {
    connection,
    orgs: modelOn(connection, orgs),
    catalogues: modelOn(connection, catalogues),
    catalogueItems: modelOn(connection, catalogueItems),
    catalogueDrafts: modelOn(connection, catalogueDrafts),
    catalogueDraftRows: modelOn(connection, catalogueDraftRows),
    villageLists: modelOn(connection, villageLists),
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
    findings: modelOn(connection, findings),
    findingEvents: modelOn(connection, findingEvents),
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
    rollBooks: modelOn(connection, rollBooks),
    rollEntries: modelOn(connection, rollEntries),
    rollClaims: modelOn(connection, rollClaims),
    claimTries: modelOn(connection, claimTries),
    objections: modelOn(connection, objections),
    objectionEvents: modelOn(connection, objectionEvents),
    objectionCounters: modelOn(connection, objectionCounters),
    obligations: modelOn(connection, obligations),
    triggerEvents: modelOn(connection, triggerEvents),
    deskYears: modelOn(connection, deskYears),
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

export { LAWFUL_ERASURE, newId } from './base'
export { placeId } from './ledgerEntries'
export type { AuditRow } from './auditEntries'
export type { CatalogueDraftLineRow, CatalogueDraftRow } from './catalogueDrafts'
export type { CatalogueItemRow } from './catalogueItems'
export type { CatalogueRow } from './catalogues'
export type { DeskYearRow, OwnItem } from './deskYears'
export type { ChannelProofRow } from './channelProofs'
export type { FeedVersionRow } from './feedVersions'
export type { FilePictureRow } from './filePictures'
export { CHUNK_BYTES } from './files'
export type { FileChunkRow, FileRow } from './files'
export type { FindingEventRow, FindingRow } from './findings'
export type { GuidanceKind, GuidanceRow } from './guidance'
export type { LeakRecordRow } from './leakRecords'
export type { IdempotencyRow } from './idempotencyKeys'
export type { InboxMessageRow } from './inboxMessages'
export type { InspectionCellRow, InspectionRow } from './inspections'
export type { ItemLinkRow } from './itemLinks'
export { JOB_KINDS } from './jobs'
export type { JobKind, JobRow, JobState } from './jobs'
export type { LedgerEntryRow, LedgerSecretRow } from './ledgerEntries'
export type { CheckpointRow, LedgerChainRow, LedgerHeadRow, LedgerNodeRow } from './ledgerTree'
export type { ListRemarkRow } from './listRemarks'
export type { LoginRow } from './logins'
export type { NoticeRow } from './notices'
export type { ObjectionEventRow, ObjectionRow } from './objections'
export type { ObligationRow } from './obligations'
export type { OrgRow } from './orgs'
export type { DigestEntry, OutboxDigestRow } from './outboxDigests'
export type { PowerCaseEventRow, PowerCaseRow } from './powerCases'
export type { PowerListRow } from './powerLists'
export type { PublicationRow } from './publications'
export type { RevisionRow } from './revisions'
export type { RoleGrantRow } from './roleGrants'
export type { RollBookRow } from './rollBooks'
export type { RollClaimRow } from './rollClaims'
export type { RollEntryRow } from './rollEntries'
export type { SecondFactorRow } from './secondFactors'
export type { SessionRow } from './sessions'
export type { SplitAnswerRow } from './splitAnswers'
export type { StatusEvent, StatusRow } from './statuses'
export type { MigrationRecord, StoreStateRow } from './storeState'
export type { MessageConsentRow, SubscriptionRow } from './subscriptions'
export type { TriggerEventRow } from './triggerEvents'
export type { UserRow } from './users'
export type { VillageListRow } from './villageLists'
