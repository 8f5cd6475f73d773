import { checkStore } from '@server/cli/doctor/store'
import { Jobs } from '@server/platform/jobs/jobs'
import { jobRow } from '@server/platform/jobs/runner'
import { createClock } from '../../../server/platform/clock'
import { TEST_NOW, type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld } from '../../support/api/world'
import { AuditBlocks } from '@server/platform/audit/auditBlocks'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { chainAudit } from '@server/platform/audit/chainAudit'
import { writeAudit } from '@server/platform/audit/writeAudit'
import { signerOf } from '@server/platform/signer'
import { inTransaction } from '@server/platform/store/transaction'
import { generateKeyPairSync } from 'node:crypto'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('doctor')
  await buildWorld(server.db)
})
afterAll(() => server.close())

async function healthOf(nodeEnv: 'production' | 'development', now = TEST_NOW) {
  const { config } = server.services
  const findings = await checkStore({
    db: server.db,
    clock: createClock(now),
    config: { ...config, nodeEnv },
  })
  return Object.fromEntries(findings.map(({ part, health }) => [part, health]))
}

test('a store without backups is at fault in production; late jobs and a year’s end are told', async () => {
  expect(await healthOf('production')).toMatchObject({ store: 'ok', jobs: 'ok', backup: 'broken' })
  expect(await healthOf('development')).toMatchObject({ backup: 'soon' })
  const dueAt = new Date(Date.parse(TEST_NOW) - 3_600_000)
  await server.db.of(Jobs).create([jobRow({ kind: 'refresh-obligations', key: 'late', dueAt, data: {} })])
  expect(await healthOf('production')).toMatchObject({ jobs: 'broken' })
  expect(await healthOf('production', '2026-12-30T00:00:00Z')).toMatchObject({ holidays: 'soon' })
})

describe('the audit log is hashed again', () => {
  const DAY_MS = 86_400_000
  const signer = signerOf(generateKeyPairSync('ed25519').privateKey)
  const storeAt = (day: number) => ({
    db: server.db,
    clock: createClock(new Date(Date.parse(TEST_NOW) + day * DAY_MS).toISOString()),
    signer,
  })
  const auditFinding = async (day = 3) => {
    const { config } = server.services
    const findings = await checkStore({ ...storeAt(day), config })
    return findings.find(({ part }) => part === 'audit')!
  }
  /** The rows as they are, whatever the store lets a program do. */
  const raw = ({ name }: { name: string }) => server.db.connection.collection<{ _id: string }>(name)

  async function work(day: number): Promise<void> {
    const at = storeAt(day)
    await inTransaction(at, tx =>
      writeAudit(tx, tx.now, {
        ...{ outcome: 'done', actorId: 'usr_somebody000001', actorName: '甲', action: 'notice.publish' },
        ...{ orgCode: 'V1', targetId: `ntc_${day}`, requestId: null, detail: { edition: day } },
      }),
    )
    await chainAudit(storeAt(day + 0.5))
  }

  beforeAll(async () => {
    for (const day of [0, 1, 2]) await work(day)
  })

  test('as it was chained it is in order; days later without a block it is said', async () => {
    expect(await auditFinding()).toMatchObject({
      health: 'ok',
      words: expect.stringContaining('一条没有改过'),
    })
    expect(await auditFinding(30)).toMatchObject({ health: 'soon' })
  })

  test.each([
    [
      'a line changed',
      AuditEntries,
      (id: string) => raw(AuditEntries).updateOne({ _id: id }, { $set: { actorName: '乙' } }),
    ],
    ['a line deleted', AuditEntries, (id: string) => raw(AuditEntries).deleteOne({ _id: id })],
    ['a block deleted', AuditBlocks, (id: string) => raw(AuditBlocks).deleteOne({ _id: id })],
    [
      'a line left out of its block',
      AuditBlocks,
      (id: string) => raw(AuditBlocks).updateOne({ _id: id }, { $set: { entries: [] } }),
    ],
  ] as const)('%s is found, with the day', async (_what, collection, tamper) => {
    const row = (await raw(collection).find({}).sort({ _id: 1 }).toArray())[0]!
    await tamper(row._id)
    const { health, words } = await auditFinding()
    await raw(collection).replaceOne({ _id: row._id }, row, { upsert: true })
    expect([health, words]).toEqual([
      'broken',
      expect.stringMatching(/操作日志第 \d+ 段（到 20\d\d-\d\d-\d\d）.*有人改过或删过/),
    ])
    expect((await auditFinding()).health).toBe('ok')
  })
})
