import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { verifyPlace } from '@server/cli/commands/ledgerVerify'
import { ROUTES, composeDb } from '@server/compose'
import { LedgerEntries } from '@server/disclosure/ledger/models/ledgerEntries'
import { Publications } from '@server/disclosure/publications/models/publications'
import { Notices } from '@server/disclosure/notices/models/notices'
import { MIGRATIONS } from '@server/migrations'
import { Logins } from '@server/people/accounts/models/logins'
import { createClock } from '@server/platform/clock'
import { SCHEMA_VERSION, migrate } from '@server/platform/migrations'
import { StoreState } from '@server/platform/migrations/storeState'
import { ensureCollections } from '@server/platform/store/db'
import { exportData, formerCollectionsOf } from '@server/platform/transfer/exportData'
import { folderTarget } from '@server/platform/transfer/exportTargets'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { openTestDatabase } from '../../support/engine/database'
import { pictureOf } from '../../support/faults/storePicture'
import { brokenInvariants } from '../../support/invariants'
import type { Checkpoint, ConsistencyProof } from '@shared/contract/disclosure/ledger'
import { growthFault } from '@shared/ledger/verify'
import { FORMER_ACTIONS } from '@shared/texts/actions'
import { SEEDED_MS } from '../../support/seed/limits'
import { type RecordedPage, loadStore, readRecorded } from '../../support/upgrade/recorded'
import { editionIn, shownIn } from '../../support/upgrade/shown'

jest.setTimeout(SEEDED_MS)

/** Shortly after the store was recorded: what a page shows depends on the day. */
const NOW = '2026-11-20T04:30:00.000Z'
const TOGETHER = 6

/**
 * The seed wrote no audit entries, and no obligation of the case that it finished; that version did not count a
 * catalogue put into force as a change of the feed.
 */
const OF_BEFORE =
  /without an audit entry$|^pcs_0aw1k4ov952zl90cbbl8 has 0 |^feed of XQ-DH-LX: version 35, 36 changes$/

/** A village's own item that is linked as 同一事项 has its column with the street's item now. */
const FOLDED = /^\/orgs\/XQ-DH-LX\/(?:matrix|coverage)\?year=2026: itm_433gy8vs89jie6lwo9r7 is missing$/

/** Routes of b6dd4a5 and their path now; every other route keeps its path. */
const ROUTES_NOW: Readonly<Record<string, string>> = {
  '/orgs/:code/findings': '/orgs/:code/discrepancies',
  '/findings/:id': '/discrepancies/:id',
  '/orgs/:code/desk': '/orgs/:code/matrix',
  '/orgs/:code/desk/cell': '/orgs/:code/matrix/cell',
  '/orgs/:code/desk/export': '/orgs/:code/matrix/export',
  '/orgs/:code/desk/cases': '/orgs/:code/split-alarms',
  '/orgs/:code/roll': '/orgs/:code/roster',
  '/orgs/:code/list': '/orgs/:code/village-catalogue',
  '/orgs/:code/events': '/orgs/:code/trigger-events',
  '/orgs/:code/claims': '/orgs/:code/residency-claims',
  '/me/residence': '/me/residency-claims',
}

/** Audit actions of b6dd4a5 that have another name now. */
const ACTIONS_NOW: Readonly<Record<string, string>> = FORMER_ACTIONS

/** Fields on the way to a hash that have another name now. */
const FIELDS_NOW: Readonly<Record<string, string>> = {}

/** Public routes added since. */
const ADDED_ROUTES: readonly string[] = [
  '/villages',
  '/picture-checks/:pass',
  '/orgs/:code/removals',
  '/application-papers/:ticket',
  '/orgs/:code/calendar',
  '/codes',
  '/notices/:id/card',
  '/share-card',
  '/orgs/:code/zone',
  '/orgs/:code/zone/paper',
]

const recorded = readRecorded()
const readers = Object.keys(recorded.readers)
const publicPages = recorded.pages.filter(({ reader }) => reader === null)
const staffPages = recorded.pages.filter(({ reader }) => reader !== null)

let server: TestServer
let loaded: Map<string, number>
let folder: string
/** Editions whose page was read. */
const readEditions = new Set<string>()

/** Values of the parameters of a route in a path; null for a path of another route. */
function parametersOf(route: string, place: string): string[] | null {
  const pattern = route.replaceAll('.', '\\.').replace(/:\w+/g, '([^/]+)')
  return new RegExp(`^${pattern}$`).exec(place)?.slice(1) ?? null
}

function pathNow(place: string): string {
  const [pathname = '', query] = place.split('?')
  const [found] = Object.entries(ROUTES_NOW).flatMap(([then, now]) => {
    const parameters = parametersOf(then, pathname)
    return parameters ? [now.replace(/:\w+/g, () => parameters.shift()!)] : []
  })
  const asked = query?.replace(/(?<=\baction=)[\w.-]+/, action => ACTIONS_NOW[action] ?? action)
  return (found ?? pathname) + (asked === undefined ? '' : `?${asked}`)
}

const fieldNow = (place: string): string => place.replace(/\w+/g, name => FIELDS_NOW[name] ?? name)

const loginOf = (reader: string): string => `fam_upgrade${readers.indexOf(reader)}`.padEnd(24, '0')

const tokenOf = (reader: string): string =>
  server.services.tokens.sign({
    userId: recorded.readers[reader]!,
    tokenVersion: 0,
    login: loginOf(reader),
  })

/** Title and sentence of the edition on a notice's page, where they are not as they were. */
function otherWords(bytes: Buffer): string[] {
  const shown = editionIn(bytes)
  const known = recorded.editions.find(one => one.noticeId === shown?.id && one.edition === shown.edition)
  if (!shown || !known || known.withdrawn) return []
  readEditions.add(`${shown.id}/${shown.edition}`)
  return (['title', 'sentence'] as const)
    .filter(field => shown[field] !== known[field])
    .map(field => `${field} is “${shown[field]}”, it was “${known[field]}”`)
}

/** Hashes of the whole ledger, which has grown: that it has only grown is a test of its own. */
const GROWN = /^(checkpoint\.)?root$|^\[\d+\]\.checkpoint\.root$/

/** The hashes of an answer by place; of the lines of the ledger, whose places move, by the leaf itself. */
const byPlace = (place: string, hashes: Record<string, string>): Record<string, string> =>
  place === '/ledger/export'
    ? Object.fromEntries(
        Object.entries(hashes).map(([field, hash]) => [GROWN.test(field) ? field : hash, hash]),
      )
    : hashes

/** What a page no longer shows, or shows otherwise. */
async function lostOn({ reader, path: place, status, hashes, ids }: RecordedPage): Promise<string[]> {
  const now = pathNow(place)
  const answer = await fetch(`${server.url}/api/v1${now}`, {
    headers: reader === null ? {} : { Authorization: `Bearer ${tokenOf(reader)}` },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const shown = shownIn(answer.status, answer.headers.get('content-type') ?? '', bytes)
  const shownHashes = byPlace(place, shown.hashes)
  const ofLedger = /^\/(notices\/\w+\/)?ledger\b/.test(place)
  const lost = [
    shown.status !== status && `status ${shown.status}, it was ${status}`,
    ...Object.entries(byPlace(place, hashes))
      .filter(([field]) => !(ofLedger && GROWN.test(field)))
      .map(([field, hash]) => shownHashes[fieldNow(field)] !== hash && `${field} is no longer ${hash}`),
    ...ids.map(id => !shown.ids.includes(id) && `${id} is missing`),
  ]
  return [...lost.filter(one => one !== false), ...(reader === null ? otherWords(bytes) : [])].map(
    one => `${now}: ${one}`,
  )
}

/** Reads the pages in their order, a few at the same time. */
async function allLost(pages: readonly RecordedPage[]): Promise<string[]> {
  const lost: string[] = []
  for (let at = 0; at < pages.length; at += TOGETHER) {
    lost.push(...(await Promise.all(pages.slice(at, at + TOGETHER).map(lostOn))).flat())
  }
  return lost
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-upgrade-'))
  const opened = await openTestDatabase('upgrade')
  loaded = await loadStore(opened.connection)
  // In the order of start.ts: collections, migrations, and then the indexes.
  const db = composeDb(opened.connection)
  await ensureCollections(db)
  await migrate(db, MIGRATIONS, () => undefined)
  server = await startTestServer('upgrade', createClock(NOW), {}, opened)
  await server.db.of(Logins).insertMany(
    readers.map(reader => ({
      _id: loginOf(reader),
      userId: recorded.readers[reader]!,
      createdAt: new Date('2099-01-01T00:00:00Z'),
      lastSeenAt: new Date('2099-01-01T00:00:00Z'),
      secondFactorAt: null,
      endedAt: null,
    })),
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.close()
})

it('brings the store to the present schema version, and every invariant holds', async () => {
  expect([...loaded.values()].every(count => count > 0)).toBe(true)
  const [state] = await server.db.of(StoreState).find({}).lean()
  expect(state).toMatchObject({ layout: SCHEMA_VERSION, cursor: null, holder: null })
  const broken = brokenInvariants(await pictureOf(server.db.connection))
  expect(broken.filter(fault => !OF_BEFORE.test(fault))).toEqual([])
  const left = await Promise.all(formerCollectionsOf(server.db).map(former => former.countDocuments({})))
  expect(left.every(count => count === 0)).toBe(true)
})

it('keeps the hashes and the words of every stored edition', async () => {
  const rows = await server.db.of(Publications).find({}).sort({ noticeId: 1, edition: 1 }).lean()
  const editions = rows.map(({ withdrawn, ...row }) => ({ ...row, withdrawn: withdrawn !== null }))
  expect(editions).toMatchObject(recorded.editions)
  expect(new Set(editions.map(({ category }) => category)).size).toBe(5)
})

it('was recorded on every public page', () => {
  const places = publicPages
    .filter(({ status }) => status === 200)
    .map(one => pathNow(one.path).split('?')[0]!)
  const unread = ROUTES.filter(({ access, method }) => access === 'public' && method === 'get')
    .map(route => route.path)
    .filter(route => !places.some(place => parametersOf(route, place)))
  expect(unread).toEqual(ADDED_ROUTES)
})

it('shows the same hashes on every public page, and of every edition the same words', async () => {
  expect(publicPages.flatMap(({ hashes }) => Object.keys(hashes)).length).toBeGreaterThan(1_200)
  expect(await allLost(publicPages)).toEqual([])
  expect(readEditions.size).toBe(recorded.editions.filter(({ withdrawn }) => !withdrawn).length)
})

it('shows the same records on the pages of village, street and area', async () => {
  expect(staffPages.length).toBeGreaterThan(150)
  // What is not published yet is previewed as it would be published now.
  const notices = await server.db.of(Notices).find({}, { edition: 1 }).lean()
  const editions = await server.db.of(Publications).find({}, { noticeId: 1, edition: 1 }).lean()
  const published = new Set(editions.map(({ noticeId, edition }) => `${noticeId}/${edition}`))
  const previews = notices.filter(({ _id, edition }) => !published.has(`${_id}/${edition}`))
  const isPreview = (fault: string) => previews.some(({ _id }) => fault.startsWith(`/work/${_id}: presented.sha256`)) // prettier-ignore
  const lost = (await allLost(staffPages)).filter(fault => !FOLDED.test(fault))
  expect(lost.filter(fault => !isPreview(fault))).toEqual([])
  expect(lost.filter(isPreview).length).toBeLessThan(10)
})

it('has a sound ledger that has only grown by what was not entered yet, with the words and without', async () => {
  const { size, root } = recorded.ledger
  const { body } = await server.ask('GET', '/ledger/checkpoint')
  const checkpoint = body as Checkpoint
  const { body: proof } = await server.ask('GET', `/ledger/consistency?from=${size}&to=${checkpoint.size}`)
  expect(growthFault({ size, root }, checkpoint, proof as ConsistencyProof)).toBeNull()
  const added = await server.db
    .of(LedgerEntries)
    .find({ format: 'mingbai-entry-2' })
    .sort({ index: 1 })
    .lean()
  expect(added.map(({ index }) => index)).toEqual(added.map((_, at) => size + at))
  expect(checkpoint.size).toBe(size + added.length)
  expect(new Set(added.map(({ event }) => event))).toEqual(new Set(['org', 'grant', 'objection', 'removal']))
  await exportData(server.db, await folderTarget(path.join(folder, 'export')), new Date(NOW))
  const { text } = await server.ask('GET', '/ledger/export')
  writeFileSync(path.join(folder, 'ledger.jsonl'), text)
  for (const place of ['export', 'ledger.jsonl']) {
    expect(verifyPlace(path.join(folder, place))).toMatchObject({
      ok: true,
      entries: checkpoint.size,
      faults: [],
    })
  }
})
