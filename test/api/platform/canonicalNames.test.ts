import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mongo } from 'mongoose'
import { composeDb } from '@server/compose'
import { recordedRows } from '@server/disclosure/ledger/migrations/recordedRows'
import { MIGRATIONS } from '@server/migrations'
import { restoreBackup } from '@server/platform/backup/restoreBackup'
import { migrationPlan } from '@server/platform/migrations'
import { canonicalNames } from '@server/platform/migrations/canonicalNames'
import {
  FORMER_COLLECTIONS,
  FORMER_FIELDS,
  FORMER_JOB_KINDS,
} from '@server/platform/migrations/canonicalNames/formerNames'
import { migrateStore } from '@server/platform/migrations/migrate'
import type { Migration } from '@server/platform/migrations/types'
import { JOB_KINDS } from '@server/platform/jobs/jobs'
import { ensureIndexes, type Store } from '@server/platform/store/db'
import { exportData, formerCollectionsOf } from '@server/platform/transfer/exportData'
import { folderSource, folderTarget } from '@server/platform/transfer/exportTargets'
import { Manifest, manifestHash } from '@server/platform/transfer/manifest'
import { sha256Hex } from '@shared/common/hash'
import { openTestDatabase, type TestDatabase } from '../../support/engine/database'

const { EJSON, Int32, Double, Long } = mongo.BSON
const AT = new Date('2026-11-20T04:30:00.000Z')
const NOW = new Date('2026-11-23T08:00:00.000Z')
/** More than one batch. */
const MANY = 250

const numbered = (prefix: string, count: number, row: (at: number) => object) =>
  Array.from({ length: count }, (_, at) => ({ _id: `${prefix}_${String(at).padStart(4, '0')}`, ...row(at) }))

/** A store of schema version 3, as rows below mongoose. */
const former = (): Record<string, object[]> => ({
  storeState: [
    {
      _id: 'store',
      layout: 3,
      cursor: null,
      holder: null,
      heldUntil: null,
      history: [],
      backedUpAt: null,
    },
  ],
  users: [
    {
      _id: 'usr_a',
      openid: 'a',
      name: '甲',
      duty: '村委会主任',
      tokenVersion: 0,
      createdAt: AT,
      rolesVersion: 0,
    },
    { _id: 'usr_b', openid: 'b', name: '乙', tokenVersion: 0, createdAt: AT },
  ],
  orgs: [
    {
      _id: 'V1',
      kind: 'village',
      path: ['V1'],
      contacts: [{ name: '王', duty: '主任', phone: '1' }],
      dutiesFrom: '2026-01-01',
      order: 0,
    },
    { _id: 'V2', kind: 'village', path: ['V2'], contacts: [], order: 1 },
  ],
  notices: [
    { _id: 'ntc_1', itemKey: 'a', order: { mendBy: '2026-12-01', reason: '数字不对', body: '东街道' } },
    { _id: 'ntc_2', itemKey: 'b', order: null },
  ],
  obligations: numbered('dut', MANY, at => ({
    orgCode: 'V1',
    itemKey: 'a',
    causeKey: `period:${at}`,
    sortOn: '2026-12-01',
    amountFen: at % 2 === 0 ? new Long(at) : null,
  })),
  jobs: [
    ...Object.keys(FORMER_JOB_KINDS).map((kind, at) => ({
      _id: `job_${at}`,
      kind,
      key: `duties:${at}`,
      state: 'waiting',
      nextAt: NOW,
    })),
    { _id: 'job_done', kind: 'tell-notice', key: 'done', state: 'done', nextAt: NOW, doneAt: AT },
    { _id: 'job_other', kind: 'publish', key: 'other', state: 'waiting', nextAt: NOW },
  ],
  findings: numbered('fnd', MANY, at => ({
    orgCode: 'V1',
    itemKey: 'a',
    period: '2026',
    field: String(at),
    kind: 'amount',
  })),
  findingEvents: numbered('fev', MANY, at => ({
    findingId: `fnd_${at}`,
    version: new Int32(1),
    mendBy: null,
    at: AT,
  })),
  deskYears: [{ _id: 'V1/2026', orgCode: 'V1', path: ['V1'], year: new Int32(2026), cells: { a: '....' } }],
  rollBooks: [{ _id: 'V1', salt: 'salt', version: new Double(2), people: 3 }],
  rollEntries: numbered('rol', 3, at => ({ orgCode: 'V1', name: '张三', person: `hash${at}`, tail4: 'x' })),
  rollClaims: [
    { _id: 'clm_1', userId: 'usr_a', orgCode: 'V1', kind: 'own', person: 'h', live: true, holds: true },
  ],
  claimTries: [{ _id: 'account:usr_a', count: 1, until: new Date('2099-01-01T00:00:00Z') }],
  villageLists: [{ _id: 'V1', version: 1, lines: [{ key: 'a', lines: 'no field of ours' }], removed: [] }],
  listRemarks: [{ _id: 'lrm_1', orgCode: 'V1', at: AT, text: '建议' }],
  linkBooks: [{ _id: 'V1', version: 4 }],
  splitAnswers: [{ _id: 'hash', outcome: 'separate' }],
})

let opened: TestDatabase
let db: Store
let folder: string

const raw = () => opened.connection.getClient().db(opened.connection.name)

/** Every row of the store but its own state, as canonical Extended JSON by collection. */
async function rowsNow(): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const { name } of await raw().listCollections().toArray()) {
    if (name === 'storeState' || name.startsWith('system.')) continue
    const found = await raw()
      .collection(name)
      .find({}, { promoteValues: false, sort: { _id: 1 } })
      .toArray()
    if (found.length > 0) rows[name] = found.map(row => EJSON.stringify(row, { relaxed: false }))
  }
  return rows
}

/** What the rows have to become, by the words of the tables alone. */
function expected(): Record<string, string[]> {
  const text = (row: object) => EJSON.stringify(row, { relaxed: false })
  const { storeState: _state, ...rows } = former()
  const moved = Object.entries(rows).map(([name, all]): [string, object[]] => {
    const its = FORMER_COLLECTIONS.find(one => one.name === name)
    const fields: Readonly<Record<string, string>> = its?.fields ?? {}
    const change = (row: object) =>
      Object.fromEntries(
        Object.entries(row).map(([field, value]) => [fields[field] ?? field, value as unknown]),
      )
    return [its?.now ?? name, all.map(change)]
  })
  return Object.fromEntries(moved.map(([name, all]) => [name, all.map(text)]))
}

/** The rows as values, for those whose fields were renamed in their place: a renamed field goes to the end of its row. */
const valuesIn = (lines: readonly string[] = []) =>
  lines.map(line => EJSON.parse(line, { relaxed: true }) as Record<string, unknown>)

/** What the ledger enters of the rows has salts of its own, and tests of its own. */
const NAMING = MIGRATIONS.filter(one => one !== recordedRows)

const migrateWith = (migrations: readonly Migration[]) =>
  migrateStore({ db, migrations, program: 'test', say: () => undefined })

async function fill(): Promise<void> {
  await opened.clear()
  for (const [name, rows] of Object.entries(former())) await raw().collection(name).insertMany(rows)
}

beforeAll(async () => {
  opened = await openTestDatabase('canonicalnames')
  db = composeDb(opened.connection)
  // As the command line does: all indexes are there before the rows come.
  await ensureIndexes(db, { expiry: false })
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-names-'))
}, 120_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await opened.close()
})
beforeEach(fill)

test('names only collections, fields and kinds of job that the program has, and none that it still uses', () => {
  const models = Object.values(db.connection.models)
  const names = models.map(({ collection }) => collection.collectionName)
  for (const { name, now, fields = {} } of FORMER_COLLECTIONS) {
    expect([name, names.includes(name), names.includes(now)]).toEqual([name, false, true])
    const { schema } = models.find(({ collection }) => collection.collectionName === now)!
    for (const [was, is] of Object.entries(fields)) {
      expect([schema.path(was), schema.path(is) === undefined]).toEqual([undefined, false])
    }
  }
  for (const { collection, now } of FORMER_FIELDS) {
    expect([collection, names.includes(collection), now.length > 0]).toEqual([collection, true, true])
  }
  for (const [was, is] of Object.entries(FORMER_JOB_KINDS)) {
    expect([JOB_KINDS.some(kind => kind === was), JOB_KINDS.some(kind => kind === is)]).toEqual([false, true])
  }
})

test('moves rows byte for byte, renames fields where they are, and leaves everything else', async () => {
  const [step] = (await migrationPlan(db, NAMING)).steps
  expect(step).toMatchObject({ to: 4, rows: 3 * MANY + 11 + 1 + 1 + 1 + 1 + 4 })
  await migrateWith(NAMING)
  const [now, then] = [await rowsNow(), expected()]
  expect(Object.keys(now).sort()).toEqual(Object.keys(then).sort())
  for (const { now: name } of FORMER_COLLECTIONS) expect([name, now[name]]).toEqual([name, then[name]])
  expect(valuesIn(now.users)).toMatchObject([{ name: '甲', jobTitle: '村委会主任' }, { name: '乙' }])
  expect(valuesIn(now.orgs)).toMatchObject([
    { contacts: [{ name: '王', jobTitle: '主任', phone: '1' }], obligationsFrom: '2026-01-01' },
    { contacts: [] },
  ])
  expect(valuesIn(now.notices)).toEqual([
    {
      _id: 'ntc_1',
      itemKey: 'a',
      order: { correctBy: '2026-12-01', reason: '数字不对', body: '东街道' },
      shortCode: '7208121',
    },
    { _id: 'ntc_2', itemKey: 'b', order: null, shortCode: '6085717' },
  ])
  expect(valuesIn(now.obligations).filter(({ sortDate }) => sortDate === '2026-12-01')).toHaveLength(MANY)
  expect(valuesIn(now.jobs).map(({ kind, key }) => [kind, key])).toEqual([
    ...Object.values(FORMER_JOB_KINDS).map((kind, at) => [kind, `duties:${at}`]),
    ['tell-notice', 'done'],
    ['publish', 'other'],
  ])
  expect(JSON.stringify([now.users, now.orgs, now.notices, now.obligations])).not.toMatch(
    /\\"(duty|dutiesFrom|mendBy|sortOn)\\"/,
  )
})

test('stopped in the middle of every batch, it comes to the same result', async () => {
  await migrateWith(NAMING)
  const whole = await rowsNow()
  await fill()
  let stops = 0
  let stop = true
  const stopping: Migration = {
    ...canonicalNames,
    batch: async (tx, cursor) => {
      const done = await canonicalNames.batch(tx, cursor)
      stop = !stop
      if (stop) return done
      stops += 1
      throw new Error('killed')
    },
  }
  for (;;) {
    const ended = await migrateWith(NAMING.map(one => (one === canonicalNames ? stopping : one))).then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('killed')
        return false
      },
    )
    if (ended) break
  }
  expect(stops).toBeGreaterThan(FORMER_COLLECTIONS.length)
  expect(await rowsNow()).toEqual(whole)
}, 120_000)

test('a backup made before the migration is whole, comes back, and is brought forward then', async () => {
  await migrateWith(NAMING)
  const whole = await rowsNow()
  await fill()
  const place = path.join(folder, 'before')
  const { collections } = await exportData(db, await folderTarget(place), NOW)
  for (const { name } of FORMER_COLLECTIONS) {
    expect([name, collections[name]?.count]).toEqual([name, former()[name]!.length])
  }
  // An older program also names the collections in which it has no row.
  const file = path.join(place, 'manifest.json')
  const manifest = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  delete manifest.collections.claimTries
  delete manifest.collections.claimAttempts
  manifest.collections.claimTries = { count: 0, sha256: sha256Hex('') }
  writeFileSync(path.join(place, 'collections', 'claimTries.jsonl'), '')
  writeFileSync(file, JSON.stringify({ ...manifest, sha256: manifestHash(manifest) }))

  await expect(restoreBackup(db, opening(place), NOW)).rejects.toMatchObject({ code: 'store-not-empty' })
  await opened.clear()
  expect(await restoreBackup(db, opening(place), NOW)).toMatchObject({ different: [] })
  await migrateWith(NAMING)
  const { claimAttempts: _none, ...rest } = whole
  // An export knows one kind of number.
  const values = (rows: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(rows).map(([name, lines]) => [name, valuesIn(lines)]))
  expect(values(await rowsNow())).toEqual(values(rest))
  const left = await Promise.all(formerCollectionsOf(db).map(one => one.countDocuments({})))
  expect(left.every(count => count === 0)).toBe(true)
}, 120_000)

test('a damaged export of an older program leaves the store empty', async () => {
  const place = path.join(folder, 'damaged')
  await exportData(db, await folderTarget(place), NOW)
  await opened.clear()
  const lines = path.join(place, 'collections', 'findings.jsonl')
  writeFileSync(lines, readFileSync(lines, 'utf8').replace('"amount"', '"words"'))
  await expect(restoreBackup(db, opening(place), NOW)).rejects.toMatchObject({ code: 'export-damaged' })
  expect(await rowsNow()).toEqual({})
})

const opening = (place: string) => ({ source: folderSource(place) }) as Parameters<typeof restoreBackup>[1]
