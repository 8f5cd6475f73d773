import { DEVELOPMENT_IDENTITY_KEY } from '@server/platform/config'
import { ledgerRows, recordedOf } from './ledger'
import type { Db } from '@server/platform/store/db'
import { periodRange } from '@shared/common/period'
import { seedCalendar } from './calendar'
import { seedCases, type SeededCases } from './rows/cases'
import { seedCatalogues, type SeedCatalogue } from './rows/catalogues'
import { seedCountyDraft, type SeededDraft } from './rows/countyDraft'
import { seedDrafts } from './rows/drafts'
import { OBLIGATION_COLLECTIONS, seedObligations } from './rows/obligations'
import { seedDiscrepancies, type SeededDiscrepancies } from './rows/discrepancies'
import { seedId } from './ids'
import { seedLists, type SeededLists } from './rows/villageCatalogues'
import { seedApplications, type SeededApplications } from './rows/applications'
import { seedZones } from './rows/zones'
import { Zones } from '@server/reading/zone/models/zones'
import { seedObjections, type SeededObjections } from './rows/objections'
import { nameKeysOf } from '@server/domain/search/nameKeys'
import { seedOrgs } from './orgs'
import { PERSONAS, personaOf } from './personas'
import { seedPowers } from './rows/powers'
import { seedRosters, type RosterRows } from './rows/roster'
import { claimSeeding, type Seeding } from './seeding'
import { rowsOf, userIdOf, type NoticeRows } from './noticeRows'
import { VOUCHERS, seedVouchers, type SeededFiles } from './rows/vouchers'
import { jobRow } from '@server/platform/jobs/runner'
import { TRANSACTION } from '@server/platform/store/connect'
import type { Stores } from '@server/platform/store/transaction'
import { Orgs, type OrgRow } from '@server/people/orgs/models/orgs'
import { Agreements, type AgreementRow } from '@server/people/agreements/models/agreements'
import { IN_FORCE } from '@shared/facts/people/policies/inForce'
import { Users, type UserRow } from '@server/people/accounts/models/users'
import { Catalogues } from '@server/catalogues/catalogue/models/catalogues'
import { Notices } from '@server/disclosure/notices/models/notices'
import { RoleGrants, type RoleGrantRow } from '@server/people/accounts/models/roleGrants'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Revisions } from '@server/disclosure/notices/models/revisions'
import { Statuses } from '@server/disclosure/notices/models/statuses'
import { PresentedRecords } from '@server/disclosure/publications/models/presentedRecords'
import { Publications } from '@server/disclosure/publications/models/publications'
import { Files, FileChunks } from '@server/disclosure/files/models/files'
import { FilePictures } from '@server/disclosure/files/models/filePictures'
import { FeedVersions, type FeedVersionRow } from '@server/platform/pages/pageVersions'
import { RosterVersions } from '@server/people/residents/models/rosterVersions'
import { RosterEntries } from '@server/people/residents/models/rosterEntries'
import { ResidencyClaims } from '@server/people/residents/models/residencyClaims'
import {
  Applications,
  ApplicationCounters,
  ApplicationEvents,
} from '@server/participation/applications/models/applications'
import {
  Objections,
  ObjectionEvents,
  ObjectionCounters,
} from '@server/participation/objections/models/objections'
import { VillageCatalogues } from '@server/catalogues/villageCatalogue/models/villageCatalogues'
import { PowerLists, type PowerListRow } from '@server/power/lists/models/powerLists'
import { PowerCases, PowerCaseEvents } from '@server/power/cases/models/powerCases'
import { CatalogueDrafts, CatalogueDraftRows } from '@server/catalogues/catalogue/models/catalogueDrafts'
import { ItemLinks } from '@server/catalogues/villageCatalogue/models/itemLinks'
import { VillageCatalogueRemarks } from '@server/catalogues/villageCatalogue/models/villageCatalogueRemarks'
import { Discrepancies, DiscrepancyEvents } from '@server/disclosure/discrepancies/models/discrepancies'
import { Jobs } from '@server/platform/jobs/jobs'

/** All rows of the demonstration, ready to be stored. */
export interface SeedRows {
  orgs: OrgRow[]
  users: UserRow[]
  agreements: AgreementRow[]
  roleGrants: RoleGrantRow[]
  catalogues: SeedCatalogue[]
  notices: NoticeRows[]
  feedVersions: FeedVersionRow[]
  rolls: RosterRows
  asked: SeededObjections
  applied: SeededApplications
  compared: SeededDiscrepancies
  kept: SeededLists
  powers: PowerListRow[]
  matters: SeededCases
  /** A county's file that is being checked, as a catalogue draft. */
  draft: SeededDraft
  vouchers: SeededFiles
}

export interface SeedResult {
  seeded: boolean
  orgs: number
  catalogues: number
  items: number
  /** Number of published notices. */
  notices: number
}

interface SeedLog {
  info(message: string): void
}

/** Rows of one transaction. */
const BATCH = 250

const orgRows = (): OrgRow[] =>
  seedOrgs().map(({ code, ...org }, order) => ({
    ...org,
    _id: code,
    order,
    nameKeys: nameKeysOf([org.name]),
  }))

function peopleRows(from: Date): Pick<SeedRows, 'users' | 'agreements' | 'roleGrants'> {
  const users = PERSONAS.map((persona): UserRow => ({
    _id: userIdOf(persona),
    openid: persona.openid,
    name: persona.name,
    jobTitle: persona.jobTitle,
    tokenVersion: 0,
    createdAt: from,
  }))
  const roleGrants = PERSONAS.flatMap(persona =>
    persona.roles.map(({ role, orgCode }): RoleGrantRow => ({
      _id: seedId('grt', persona.code, role, orgCode),
      userId: userIdOf(persona),
      role,
      orgCode,
      from,
      to: null,
      revokedAt: null,
    })),
  )
  const agreements = users.map(({ _id: userId }): AgreementRow => ({
    _id: seedId('agr', userId),
    userId,
    kind: 'use',
    version: IN_FORCE.use,
    at: from,
    expiresAt: null,
  }))
  return { users, agreements, roleGrants }
}

function feedVersionRows(notices: readonly NoticeRows[]): FeedVersionRow[] {
  const byOrg = new Map<string, FeedVersionRow>()
  for (const { publication } of notices) {
    if (!publication) continue
    const { orgCode, publishedAt } = publication
    byOrg.set(orgCode, {
      _id: orgCode,
      version: (byOrg.get(orgCode)?.version ?? 0) + 1,
      changedAt: publishedAt,
      stamp: null,
    })
  }
  return [...byOrg.values()]
}

/** Builds the demonstration as of `now`: the same for the same day, nothing in the future. */
export function seedRows(now: Date, identityKey: string = DEVELOPMENT_IDENTITY_KEY): SeedRows {
  const calendar = seedCalendar(now)
  const from = new Date(`${periodRange(calendar.quarters[0]!).start}T00:00:00Z`)
  const catalogues = seedCatalogues(from)
  const notices = seedDrafts(calendar, catalogues).map(draft => rowsOf(draft, now))
  const orgs = orgRows()
  const items = new Map(catalogues.flatMap(one => one.items).map(item => [item._id, item]))
  const publications = notices.flatMap(({ publication }) => publication ?? [])
  const powers = seedPowers(orgs, from, now)
  return {
    orgs,
    ...peopleRows(from),
    catalogues,
    notices,
    feedVersions: feedVersionRows(notices),
    rolls: seedRosters(identityKey, from, now),
    asked: seedObjections(orgs, publications, items, now),
    applied: seedApplications(now),
    compared: seedDiscrepancies(orgs, publications, items, now),
    kept: seedLists(orgs, catalogues, from),
    powers,
    matters: seedCases(orgs, powers, publications, items, now),
    draft: seedCountyDraft(catalogues, now),
    vouchers: seedVouchers(userIdOf(personaOf(VOUCHERS.village, 'editor')), from),
  }
}

/** Checks that the store has never been used; only then may the seed be stored. */
async function isEmpty(db: Db): Promise<boolean> {
  const found = await Promise.all(
    [Orgs, Users, Catalogues, Notices].map(({ name }) =>
      db.connection.collection(name).findOne({}, { projection: { _id: 1 } }),
    ),
  )
  return found.every(row => row === null)
}

const recordedRows = (rows: SeedRows) => [
  ...recordedOf('orgs', 'org', rows.orgs),
  ...recordedOf('roleGrants', 'grant', rows.roleGrants),
  ...recordedOf('objections', 'objection', rows.asked.objections),
  ...recordedOf('objectionEvents', 'objection', rows.asked.events),
]

/** Returns every collection with its rows, in the order of their references. */
function rowsByCollection(rows: SeedRows, now: Date): [{ name: string }, readonly object[]][] {
  const { notices } = rows
  const catalogues = [...rows.catalogues, ...rows.kept.catalogues]
  return [
    [Orgs, rows.orgs],
    [Users, rows.users],
    [Agreements, rows.agreements],
    [RoleGrants, rows.roleGrants],
    [Catalogues, catalogues.map(one => one.catalogue)],
    [CatalogueItems, catalogues.flatMap(one => one.items)],
    [Notices, notices.map(one => one.notice)],
    [Revisions, notices.map(one => one.revision)],
    [Statuses, notices.flatMap(one => one.statuses)],
    [Publications, publicationsOf(rows)],
    [PresentedRecords, notices.flatMap(({ record }) => record ?? [])],
    [Files, rows.vouchers.files],
    [FileChunks, rows.vouchers.chunks],
    [FilePictures, rows.vouchers.pictures],
    [FeedVersions, rows.feedVersions],
    [RosterVersions, rows.rolls.books],
    [RosterEntries, rows.rolls.entries],
    [ResidencyClaims, rows.rolls.claims],
    [Objections, rows.asked.objections],
    [ObjectionEvents, rows.asked.events],
    [ObjectionCounters, rows.asked.counters],
    [Applications, rows.applied.applications],
    [ApplicationEvents, rows.applied.events],
    [ApplicationCounters, rows.applied.counters],
    [Zones, seedZones()],
    [VillageCatalogues, rows.kept.lists],
    [PowerLists, rows.powers],
    [PowerCases, rows.matters.cases],
    [PowerCaseEvents, rows.matters.events],
    [CatalogueDrafts, [rows.draft.draft]],
    [CatalogueDraftRows, rows.draft.lines],
    [ItemLinks, rows.kept.links],
    [VillageCatalogueRemarks, rows.kept.remarks],
    [Discrepancies, rows.compared.discrepancies],
    [DiscrepancyEvents, rows.compared.events],
    [Jobs, notices.flatMap(({ job }) => (job ? [jobRow(job)] : []))],
    ...ledgerRows(publicationsOf(rows), recordedRows(rows), now),
  ]
}

/** Removes what an interrupted seeding stored. */
async function clear(db: Db, rows: SeedRows, now: Date): Promise<void> {
  const names = [...rowsByCollection(rows, now), ...OBLIGATION_COLLECTIONS.map(one => [one] as const)]
  for (const [{ name }] of names) await db.connection.collection(name).deleteMany({})
}

/** Inserts the rows without model validation, each batch in its own transaction: they come from our own types. */
async function store({ db, clock }: Stores, rows: SeedRows, seeding: Seeding): Promise<void> {
  for (const [{ name }, all] of rowsByCollection(rows, clock.now())) {
    for (let at = 0; at < all.length; at += BATCH) {
      await seeding.touch()
      await db.connection.transaction(async session => {
        const collection = db.connection.collection<object>(name)
        await collection.insertMany(all.slice(at, at + BATCH), { session })
      }, TRANSACTION)
    }
  }
}

const publicationsOf = ({ notices }: SeedRows) => notices.flatMap(({ publication }) => publication ?? [])

/**
 * Seeds an empty database with the demonstration; leaves a database in use unchanged. It is stored in many small
 * transactions: a seeding that was interrupted is recognised by its mark, removed and begun again. The audit log stays
 * empty: it records actions made through this system only.
 */
export async function seedIfEmpty(
  db: Db,
  clock: { now(): Date },
  log: SeedLog,
  identityKey?: string,
): Promise<SeedResult> {
  const seeding = await claimSeeding(db.connection, () => isEmpty(db))
  if (!seeding) return { seeded: false, orgs: 0, catalogues: 0, items: 0, notices: 0 }
  const rows = seedRows(clock.now(), identityKey)
  const notices = publicationsOf(rows).length
  const catalogues = [...rows.catalogues, ...rows.kept.catalogues]
  log.info(`正在准备演示数据：${rows.orgs.length} 个机构，${notices} 条公示……`)
  try {
    if (seeding.interrupted) {
      log.info('上次准备演示数据没有完成，重新准备……')
      await clear(db, rows, clock.now())
    }
    await store({ db, clock }, rows, seeding)
    await seedObligations({ db, clock }, rows.orgs, seeding)
    await seeding.finish()
  } catch (error) {
    await seeding.abandon().catch(() => undefined)
    throw error
  }
  return {
    seeded: true,
    orgs: rows.orgs.length,
    catalogues: catalogues.length,
    items: catalogues.flatMap(one => one.items).length,
    notices,
  }
}
