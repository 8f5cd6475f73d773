import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { trusted } from 'mongoose'
import { Orgs } from '@server/people/orgs/models/orgs'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { composeDb } from '@server/compose'
import { ensureIndexes, type Store } from '@server/platform/store/db'
import { seedRows } from '../../../server/demo/seed'
import {
  SCHEMA_VERSION,
  migrateAtStart,
  migrationPlan,
  noteBackup,
} from '../../../server/platform/migrations'
import { migrateStore } from '../../../server/platform/migrations/migrate'
import { MIGRATIONS } from '../../../server/migrations'
import type { PowerItem } from '../../../shared/contract/power/item'
import { openTestDatabase, type TestDatabase } from '../../support/engine/database'
import { makeOlder } from '../../support/migration/olderStore'
import { markTitles } from '../../support/migration/steps'
import { LONG } from '../../support/figures'
import {
  type PresentedRecordRow,
  PresentedRecords,
} from '@server/disclosure/publications/models/presentedRecords'
import { Publications } from '@server/disclosure/publications/models/publications'
import { PowerLists } from '@server/power/lists/models/powerLists'
import { PowerCases } from '@server/power/cases/models/powerCases'
import { LedgerEntries, type LedgerRecordRow } from '@server/disclosure/ledger/models/ledgerEntries'
import { StoreState } from '@server/platform/migrations/storeState'

const ROOT = path.resolve(__dirname, '../../..')
const LEASE_MS = 1_500
const KILLS = 3
/** Publications: a dozen batches of the step that is killed. */
const SOME = 60

let opened: TestDatabase
let db: Store
let folder: string
let fresh: Map<string, string[]>
let records: Map<string, PresentedRecordRow>
let powers: unknown[]
let orgs: unknown[]
/** Organisations with contacts: their fields had other names. */
let named: number
/** Items outside the five categories. */
let general: number

const gramsNow = async () => {
  const rows = await db.of(Publications).find({}, { grams: 1 }).lean().exec()
  return new Map(rows.map(({ _id, grams }) => [_id, grams]))
}
const recordsNow = async () => {
  const rows = await db.of(PresentedRecords).find({}).lean().exec()
  return new Map(rows.map(row => [row._id, row]))
}
const powersNow = async (): Promise<unknown[]> => [
  ...(await db.of(PowerLists).find({}).sort({ _id: 1 }).lean().exec()),
  ...(await db.of(PowerCases).find({}).sort({ _id: 1 }).lean().exec()),
]
const orgsNow = (): Promise<unknown[]> => db.of(Orgs).find({}).sort({ _id: 1 }).lean().exec()
/** An item as nobody has said which forms it has and which papers it publishes. */
const plainItem = (item: PowerItem): PowerItem => ({
  ...item,
  steps: item.steps.map(step => ({
    ...step,
    form: '',
    disclosure: step.disclosure && { ...step.disclosure, evidence: [] },
  })),
})
const quiet = () => undefined
const insert = (
  name: 'orgs' | 'catalogueItems' | 'publications' | 'powerLists' | 'powerCases',
  rows: readonly object[],
) => db.connection.collection(name).insertMany(rows as never)

beforeAll(async () => {
  opened = await openTestDatabase('migration')
  db = composeDb(opened.connection)
  await ensureIndexes(db)
  const {
    orgs: places,
    catalogues,
    kept,
    notices,
    powers: lists,
    matters,
  } = seedRows(new Date('2026-11-23T08:00:00.000Z'))
  await insert('orgs', places)
  await insert('catalogueItems', [...catalogues, ...kept.catalogues].flatMap(one => one.items)) // prettier-ignore
  const publications = notices.flatMap(({ publication }) => publication ?? [])
  await insert('publications', publications.slice(0, SOME))
  records = new Map(
    notices.flatMap(({ record }) => (record ? [[record._id, record] as const] : [])).slice(0, SOME),
  )
  // The first village's list and its matters, without remarks, which no older program could make; the core list as its model.
  const taken = { version: 0, differences: [] }
  await insert('powerLists', [{ ...lists[0]!, items: lists[0]!.items.map(plainItem), taken }])
  await insert(
    'powerCases',
    matters.cases.map(({ state, ...row }) => ({
      ...row,
      state: { ...state, item: plainItem(state.item), remarks: [] },
    })),
  )
  powers = await powersNow()
  orgs = await orgsNow()
  named = await db.of(Orgs).countDocuments({ 'contacts.jobTitle': trusted({ $exists: true }) })
  expect(named).toBeGreaterThan(5)
  general = await db.of(CatalogueItems).countDocuments({ category: 'general' })
  expect(general).toBeGreaterThan(40)
  fresh = await gramsNow()
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-migration-'))
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await opened.close()
})
beforeEach(() => makeOlder(db))

const program = () => path.join(folder, 'worker.cjs')

function startWorker(): ChildProcess {
  const { uri, options, kind } = opened.database
  return spawn(process.execPath, [program()], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_PATH: path.join(ROOT, 'node_modules'),
      WORKER: JSON.stringify({ database: { uri, options, kind }, leaseMs: LEASE_MS }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise(resolve => child.once('exit', resolve))

it('brings an older store forward to exactly what this program writes, and says beforehand what it will do', async () => {
  const plan = await migrationPlan(db, MIGRATIONS)
  const steps = [
    { to: 2, rows: fresh.size },
    { to: 3, rows: powers.length },
    { to: 4, rows: named },
    { to: 5, rows: general },
    { to: 6, rows: fresh.size },
    { to: 7, rows: 0 },
    { to: 8, rows: orgs.length },
    { to: 9, rows: fresh.size },
    { to: 10, rows: 0 },
    { to: 11, rows: orgs.length },
  ]
  expect(plan).toMatchObject({ layout: 1, backedUpAt: null, steps })
  expect(await db.of(StoreState).countDocuments({})).toBe(0)
  expect(await gramsNow()).not.toEqual(fresh)
  await migrateAtStart(db, MIGRATIONS, { backupFirst: false, say: quiet })
  expect(await gramsNow()).toEqual(fresh)
  expect(await recordsNow()).toEqual(records)
  expect(await powersNow()).toEqual(powers)
  expect(await orgsNow()).toEqual(orgs)
  const entered = await db.of(LedgerEntries).find({}).lean<LedgerRecordRow[]>()
  const names = entered.flatMap(({ commitments }) => Object.keys(commitments)).sort()
  expect(names).toEqual((await db.of(Orgs).find({}).lean()).map(({ _id }) => `orgs/${_id}`).sort())
  expect(await db.of(CatalogueItems).countDocuments({ category: 'general' })).toBe(general)
  expect(await db.of(StoreState).findOne({}).lean()).toMatchObject({
    layout: SCHEMA_VERSION,
    cursor: null,
    holder: null,
  })
  expect((await migrationPlan(db, MIGRATIONS)).steps).toEqual([])
})

it('touches a store in use in production only after a backup of the last day', async () => {
  await expect(migrateAtStart(db, MIGRATIONS, { backupFirst: true, say: quiet })).rejects.toMatchObject({
    code: 'migration-unbacked',
  })
  expect(await gramsNow()).not.toEqual(fresh)
  await noteBackup(db, MIGRATIONS, new Date())
  await migrateAtStart(db, MIGRATIONS, { backupFirst: true, say: quiet })
  expect(await gramsNow()).toEqual(fresh)
})

it('refuses a store that a newer program has written', async () => {
  await noteBackup(db, MIGRATIONS, new Date())
  await db.of(StoreState).updateOne({}, { $set: { layout: SCHEMA_VERSION + 1 } })
  await expect(migrateAtStart(db, MIGRATIONS, { backupFirst: false, say: quiet })).rejects.toMatchObject({
    code: 'store-newer',
  })
})

const inLongRuns = LONG ? it : it.skip

// A killed worker's open transaction holds up every other test of the shared engine: a long run only.
inLongRuns(
  'killed in the middle again and again, by several at once: every row is changed exactly once',
  async () => {
    const titles = new Map(
      (await db.of(Publications).find({}, { title: 1 }).lean()).map(row => [row._id, row.title]),
    )
    await build({
      entryPoints: [path.join(ROOT, 'test/support/migration/worker.ts')],
      outfile: program(),
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    })
    const cursors: unknown[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = startWorker()
      const last = cursors.at(-1) ?? null
      const moved = async () => {
        const state = await db.of(StoreState).findOne({}).lean()
        return state?.layout === SCHEMA_VERSION && state.cursor !== null && state.cursor !== last
      }
      while (!(await moved())) await sleep(10)
      worker.kill('SIGKILL')
      await ended(worker)
      cursors.push((await db.of(StoreState).findOne({}).lean())!.cursor)
    }
    expect(new Set(cursors).size).toBe(KILLS)
    const together = [startWorker(), startWorker()]
    expect(await Promise.all(together.map(ended))).toEqual([0, 0])
    const now = await db.of(Publications).find({}, { title: 1 }).lean()
    expect(now.filter(({ _id, title }) => title !== `${titles.get(_id)}·`)).toEqual([])
    const state = await db.of(StoreState).findOne({}).lean()
    expect(state).toMatchObject({
      layout: SCHEMA_VERSION + 1,
      cursor: null,
      holder: null,
      history: [{ to: 2 }, { to: 3 }, { to: 4 }, { to: 5 }, { to: 6 }, { to: 7 }, { to: SCHEMA_VERSION + 1 }],
    })
    await migrateStore({ db, migrations: [...MIGRATIONS, markTitles], program: 'test', say: quiet })
    expect((await db.of(Publications).findOne({}).lean())!.title.endsWith('··')).toBe(false)
  },
)
