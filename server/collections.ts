import { AuditEntries } from '@server/platform/audit/auditEntries'
import { CatalogueDraftRows, CatalogueDrafts } from '@server/catalogues/catalogue/models/catalogueDrafts'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { ChannelProofs } from '@server/reading/channels/models/channelProofs'
import { ClaimAttempts } from '@server/people/residents/models/claimAttempts'
import { MatrixYears } from '@server/disclosure/obligations/models/matrixYears'
import { FeedVersions } from '@server/platform/pages/pageVersions'
import { FilePictures } from '@server/disclosure/files/models/filePictures'
import { FileChunks, Files } from '@server/disclosure/files/models/files'
import { DiscrepancyEvents, Discrepancies } from '@server/disclosure/discrepancies/models/discrepancies'
import { Guidance } from '@server/disclosure/notices/models/guidance'
import { IdempotencyKeys } from '@server/platform/idempotency/idempotencyKeys'
import { InboxMessages } from '@server/people/messages/models/inboxMessages'
import { Inspections } from '@server/oversight/inspections/models/inspections'
import { ItemLinks, LinkBooks } from '@server/catalogues/villageCatalogue/models/itemLinks'
import { Jobs } from '@server/platform/jobs/jobs'
import { LeakRecords } from '@server/disclosure/notices/models/leakRecords'
import { LedgerEntries, LedgerSecrets } from '@server/disclosure/ledger/models/ledgerEntries'
import {
  Checkpoints,
  LedgerChains,
  LedgerHeads,
  LedgerNodes,
} from '@server/disclosure/ledger/models/ledgerTree'
import { ListRemarks } from '@server/catalogues/villageCatalogue/models/villageCatalogueRemarks'
import { Logins } from '@server/people/accounts/models/logins'
import { Notices } from '@server/disclosure/notices/models/notices'
import {
  ObjectionCounters,
  ObjectionEvents,
  Objections,
} from '@server/participation/objections/models/objections'
import { Obligations } from '@server/disclosure/obligations/models/obligations'
import { Orgs } from '@server/people/orgs/models/orgs'
import { OutboxDigests } from '@server/people/messages/models/outboxDigests'
import { PowerCaseEvents, PowerCases } from '@server/power/cases/models/powerCases'
import { PowerLists } from '@server/power/lists/models/powerLists'
import { Publications } from '@server/disclosure/publications/models/publications'
import { Revisions } from '@server/disclosure/notices/models/revisions'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { RosterVersions } from '@server/people/residents/models/rosterVersions'
import { ResidencyClaims } from '@server/people/residents/models/residencyClaims'
import { RosterEntries } from '@server/people/residents/models/rosterEntries'
import { SecondFactors } from '@server/people/accounts/models/secondFactors'
import { Sessions } from '@server/people/accounts/models/sessions'
import { SplitAnswers } from '@server/power/cases/models/splitAnswers'
import { Statuses } from '@server/disclosure/notices/models/statuses'
import { StoreState } from '@server/platform/migrations/storeState'
import { MessageConsents, Subscriptions } from '@server/people/messages/models/subscriptions'
import { TriggerEvents } from '@server/disclosure/obligations/models/triggerEvents'
import { Users } from '@server/people/accounts/models/users'
import { VillageCatalogues } from '@server/catalogues/villageCatalogue/models/villageCatalogues'

/** Every collection of the store, in the order of a transfer. */
export const COLLECTIONS = [
  Orgs,
  Catalogues,
  CatalogueItems,
  CatalogueDrafts,
  CatalogueDraftRows,
  VillageCatalogues,
  PowerLists,
  PowerCases,
  PowerCaseEvents,
  ListRemarks,
  ItemLinks,
  LinkBooks,
  Notices,
  Revisions,
  Statuses,
  Publications,
  Guidance,
  Discrepancies,
  DiscrepancyEvents,
  LeakRecords,
  Users,
  RoleGrants,
  Logins,
  SplitAnswers,
  Sessions,
  SecondFactors,
  IdempotencyKeys,
  AuditEntries,
  FeedVersions,
  ChannelProofs,
  Files,
  FileChunks,
  FilePictures,
  LedgerEntries,
  LedgerSecrets,
  LedgerHeads,
  LedgerChains,
  LedgerNodes,
  Checkpoints,
  Jobs,
  InboxMessages,
  OutboxDigests,
  Subscriptions,
  MessageConsents,
  RosterVersions,
  RosterEntries,
  ResidencyClaims,
  ClaimAttempts,
  Objections,
  ObjectionEvents,
  ObjectionCounters,
  Obligations,
  TriggerEvents,
  MatrixYears,
  Inspections,
  StoreState,
] as const
