import { generateKeyPairSync } from 'node:crypto'
import { LedgerVerifier } from '../../../server/cli/verifier/verifyLedger'
import { newestCheckpoint } from '../../../server/disclosure/ledger/checkpoints'
import { ledgerLines } from '../../../server/disclosure/ledger/queries/exportLedger'
import { signerOf } from '../../../server/platform/signer'
import { composeDb } from '@server/compose'
import { ensureIndexes, type Store } from '@server/platform/store/db'
import { seedIfEmpty, seedRows } from '../../../server/demo/seed'
import { openTestDatabase, type TestDatabase } from '../../support/engine/database'
import { LedgerEntries } from '@server/disclosure/ledger/models/ledgerEntries'
import { Users } from '@server/people/accounts/models/users'
import { Orgs } from '@server/people/orgs/models/orgs'
import { Notices } from '@server/disclosure/notices/models/notices'
import { Publications } from '@server/disclosure/publications/models/publications'
import { CatalogueItems } from '@server/catalogues/catalogue/models/catalogueItems'
import { Statuses } from '@server/disclosure/notices/models/statuses'
import { Obligations } from '@server/disclosure/obligations/models/obligations'
import { MatrixYears } from '@server/disclosure/obligations/models/matrixYears'
import { SEEDED_MS } from '../../support/seed/limits'

jest.setTimeout(SEEDED_MS)

const clock = { now: () => new Date('2026-11-20T02:00:00Z') }
const silent = { info: () => undefined }

let opened: TestDatabase
let db: Store
/** The mark of a store that is being seeded. */
const marks = () => db.connection.collection('demoSeedings')

beforeAll(async () => {
  opened = await openTestDatabase('seed')
  db = composeDb(opened.mongoose.connection)
  await ensureIndexes(db, { expiry: false })
})
afterAll(() => opened.close())

/** One database, in the order in which an operator would meet these cases: clearing it takes longer than filling it. */
describe('seedIfEmpty on the real database', () => {
  test('leaves a database in use alone, even one without organisations', async () => {
    const _id = 'usr_somebody000001'
    const somebody = { _id, openid: 'o', name: '甲', jobTitle: '', tokenVersion: 0, createdAt: clock.now() }
    await db.of(Users).create([somebody])
    expect(await seedIfEmpty(db, clock, silent)).toMatchObject({ seeded: false })
    expect(await db.of(Orgs).countDocuments()).toBe(0)
    await db.of(Users).deleteOne({ _id })
  })

  test('a seeding that breaks off leaves its mark', async () => {
    const transaction = db.connection.transaction.bind(db.connection)
    const broken = jest.spyOn(db.connection, 'transaction').mockImplementation(async (...work) => {
      if ((await db.of(MatrixYears).countDocuments()) > 0) throw new Error('power cut')
      return transaction(...work)
    })
    await expect(seedIfEmpty(db, clock, silent)).rejects.toThrow('power cut')
    broken.mockRestore()
    expect(await db.of(Publications).countDocuments()).toBeGreaterThan(0)
    expect(await marks().countDocuments()).toBe(1)
  })

  test('begins again what was interrupted, and fills the database, all of it, for one of two at once', async () => {
    const said: string[] = []
    const results = await Promise.all(
      [1, 2].map(() => seedIfEmpty(db, clock, { info: line => void said.push(line) })),
    )
    const [result] = results.filter(({ seeded }) => seeded)
    expect(results.map(({ seeded }) => seeded).sort()).toEqual([false, true])
    expect(said).toContain('上次准备演示数据没有完成，重新准备……')
    expect(result).toMatchObject({ seeded: true, orgs: 15 })
    expect(await db.of(Publications).countDocuments({ live: true })).toBe(result!.notices)
    expect(await db.of(CatalogueItems).countDocuments()).toBe(result!.items)
    expect(await db.of(Statuses).countDocuments()).toBe(
      seedRows(clock.now()).notices.flatMap(({ statuses }) => statuses).length,
    )
    expect(await db.of(MatrixYears).countDocuments()).toBeGreaterThan(0)
    expect(await marks().countDocuments()).toBe(0)
  })

  test('what it stored is sound by the db', async () => {
    const documents = [
      ...(await db.of(Publications).find().limit(20)),
      ...(await db.of(CatalogueItems).find().limit(20)),
      ...(await db.of(Notices).find().limit(20)),
      ...(await db.of(Statuses).find().limit(20)),
    ]
    expect(documents).toHaveLength(80)
    for (const document of documents) await expect(document.validate()).resolves.toBeUndefined()
  })

  test('every publication stands in the ledger, in the order of publication', async () => {
    const lines: string[] = []
    const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
    await newestCheckpoint({ db, clock, signer })
    for await (const line of ledgerLines(db, { openings: true })) lines.push(line)
    const verifier = new LedgerVerifier()
    for (const line of lines) verifier.line(JSON.parse(line))
    const entries = await db.of(Publications).countDocuments()
    const rows = await db.of(LedgerEntries).countDocuments({ format: 'mingbai-entry-2' })
    expect(rows).toBeGreaterThan(0)
    expect(verifier.verdict()).toEqual({ ok: true, entries: entries + rows, faults: [] })
    const dates = lines.flatMap(line => /"publishedAt":"([^"]+)","recordedAt":"\1"/.exec(line)?.[1] ?? [])
    expect(dates).toHaveLength(entries)
    expect(dates).toEqual([...dates].sort())
  })

  test('the first village has an item that is late, and others that were done', async () => {
    const today = '2026-11-20'
    const own = await db.of(Obligations).find({ orgCode: 'XQ-DH-LX-V01' }).lean()
    const overdue = own.filter(({ status, dueOn }) => status === 'open' && dueOn !== null && dueOn < today)
    expect(overdue.length).toBeGreaterThan(0)
    expect(own.some(({ status }) => status === 'done')).toBe(true)
  })

  test('and does it once', async () => {
    const before = await db.of(Publications).countDocuments()
    expect(await seedIfEmpty(db, clock, silent)).toMatchObject({ seeded: false, notices: 0 })
    expect(await db.of(Publications).countDocuments()).toBe(before)
  })
})
