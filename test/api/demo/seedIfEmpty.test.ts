import { generateKeyPairSync } from 'node:crypto'
import { LedgerVerifier } from '../../../server/cli/verifier/verifyLedger'
import { newestCheckpoint } from '../../../server/disclosure/ledger/checkpoints'
import { ledgerLines } from '../../../server/disclosure/ledger/queries/exportLedger'
import { signerOf } from '../../../server/platform/signer'
import { createModels, ensureIndexes } from '../../../server/platform/store/collections'
import type { Models } from '../../../server/platform/store/collections'
import { seedIfEmpty, seedRows } from '../../../server/demo/seed'
import { openTestDatabase } from '../../support/engine/database'
import type { TestDatabase } from '../../support/engine/database'
import { SEEDED_MS } from '../../support/seed/limits'

jest.setTimeout(SEEDED_MS)

const clock = { now: () => new Date('2026-11-20T02:00:00Z') }
const silent = { info: () => undefined }

let opened: TestDatabase
let models: Models

beforeAll(async () => {
  opened = await openTestDatabase('seed')
  models = createModels(opened.mongoose.connection)
  await ensureIndexes(models, { expiry: false })
})
afterAll(() => opened.close())

/** One database, in the order in which an operator would meet these cases: clearing it takes longer than filling it. */
describe('seedIfEmpty on the real database', () => {
  test('leaves a database in use alone, even one without organisations', async () => {
    const _id = 'usr_somebody000001'
    const somebody = { _id, openid: 'o', name: '甲', duty: '', tokenVersion: 0, createdAt: clock.now() }
    await models.users.create([somebody])
    expect(await seedIfEmpty(models, clock, silent)).toMatchObject({ seeded: false })
    expect(await models.orgs.countDocuments()).toBe(0)
    await models.users.deleteOne({ _id })
  })

  test('a seeding that breaks off leaves nothing behind', async () => {
    const broken = Object.create(models, {
      publications: { value: { collection: { insertMany: () => Promise.reject(new Error('power cut')) } } },
    }) as Models
    await expect(seedIfEmpty(broken, clock, silent)).rejects.toThrow('power cut')
    for (const model of [models.orgs, models.users, models.catalogues, models.notices]) {
      expect(await model.collection.countDocuments()).toBe(0)
    }
  })

  test('then fills the empty database, all of it', async () => {
    const result = await seedIfEmpty(models, clock, silent)
    expect(result).toMatchObject({ seeded: true, orgs: 15 })
    expect(await models.publications.countDocuments({ live: true })).toBe(result.notices)
    expect(await models.catalogueItems.countDocuments()).toBe(result.items)
    expect(await models.statuses.countDocuments()).toBe(
      seedRows(clock.now()).notices.flatMap(({ statuses }) => statuses).length,
    )
  })

  test('what it stored is sound by the models', async () => {
    const documents = [
      ...(await models.publications.find().limit(20)),
      ...(await models.catalogueItems.find().limit(20)),
      ...(await models.notices.find().limit(20)),
      ...(await models.statuses.find().limit(20)),
    ]
    expect(documents).toHaveLength(80)
    for (const document of documents) await expect(document.validate()).resolves.toBeUndefined()
  })

  test('every publication stands in the ledger, in the order of publication', async () => {
    const lines: string[] = []
    const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
    await newestCheckpoint({ models, clock, signer })
    for await (const line of ledgerLines(models, { openings: true })) lines.push(line)
    const verifier = new LedgerVerifier()
    for (const line of lines) verifier.line(JSON.parse(line))
    const entries = await models.publications.countDocuments()
    expect(verifier.verdict()).toEqual({ ok: true, entries, faults: [] })
    const dates = lines.flatMap(line => /"publishedAt":"([^"]+)","recordedAt":"\1"/.exec(line)?.[1] ?? [])
    expect(dates).toHaveLength(entries)
    expect(dates).toEqual([...dates].sort())
  })

  test('and does it once', async () => {
    const before = await models.publications.countDocuments()
    expect(await seedIfEmpty(models, clock, silent)).toMatchObject({ seeded: false, notices: 0 })
    expect(await models.publications.countDocuments()).toBe(before)
  })
})
