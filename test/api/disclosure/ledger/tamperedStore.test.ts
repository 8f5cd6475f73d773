import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { verifyPlace } from '@server/cli/commands/ledgerVerify'
import { composeDb } from '@server/compose'
import { newestCheckpoint } from '@server/disclosure/ledger/checkpoints'
import { LedgerEntries, type LedgerRecordRow } from '@server/disclosure/ledger/models/ledgerEntries'
import { RoleGrants } from '@server/people/accounts/models/roleGrants'
import { AuditBlocks } from '@server/platform/audit/auditBlocks'
import { AuditEntries } from '@server/platform/audit/auditEntries'
import { chainAudit } from '@server/platform/audit/chainAudit'
import { writeAudit } from '@server/platform/audit/writeAudit'
import { signerOf } from '@server/platform/signer'
import type { Store } from '@server/platform/store/db'
import { inTransaction } from '@server/platform/store/transaction'
import { exportData } from '@server/platform/transfer/exportData'
import { folderTarget } from '@server/platform/transfer/exportTargets'
import type { CheckpointMark } from '@shared/contract/disclosure/ledger'
import type { TestDatabase } from '../../../support/engine/database'
import { LONG, SAMPLED, reportFigure } from '../../../support/figures'
import { STORE_TAMPERINGS, tamperStore } from '../../../support/ledger/tamperStore'
import { Chance } from '../../../support/privacy/chance'
import { SEEDED_MS } from '../../../support/seed/limits'
import { openSeededDatabase } from '../../../support/seed/seededDatabase'

jest.setTimeout(LONG ? 3_600_000 : SEEDED_MS)

const KINDS = Object.keys(STORE_TAMPERINGS)
const ROUNDS = LONG ? 2_000 : KINDS.length
const DAYS = 3
const A_DAY = 12

let opened: TestDatabase
let db: Store
let folder: string
let place: string
let anchor: CheckpointMark
let now = new Date('2026-11-20T02:00:00.000Z')
const clock = { now: () => now }
const store = () => ({ db, clock, signer: signerOf(key) })
const key = generateKeyPairSync('ed25519').privateKey

/** Some days of work: lines of the audit log, chained at the end of each day, and a role that is changed. */
async function work(): Promise<void> {
  for (let day = 0; day < DAYS; day += 1) {
    for (let nth = 0; nth < A_DAY; nth += 1) {
      await inTransaction(store(), tx =>
        writeAudit(tx, tx.now, {
          ...{ outcome: 'done', actorId: 'usr_somebody000001', actorName: '甲', action: 'notice.publish' },
          ...{ orgCode: 'XQ-DH-LX-V01', targetId: `ntc_${nth}`, requestId: null, detail: { edition: nth } },
        }),
      )
    }
    now = new Date(now.getTime() + 86_400_000)
    await chainAudit(store())
  }
  const grant = (await db.of(RoleGrants).findOne({ role: 'editor' }).lean())!
  await inTransaction(store(), async tx => {
    await tx.of(RoleGrants).updateOne({ _id: grant._id }, { $set: { to: new Date('2030-01-01T00:00:00Z') } })
  })
}

beforeAll(async () => {
  opened = await openSeededDatabase('tampered-store')
  db = composeDb(opened.connection)
  await work()
  const { size, root } = (await newestCheckpoint(store()))!
  anchor = { size, root }
  folder = mkdtempSync(path.join(tmpdir(), 'mingbai-store-'))
  place = path.join(folder, 'export')
  await exportData(db, await folderTarget(place), now)
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await opened.close()
})

const verdictNow = () => verifyPlace(place, { checkpoints: [anchor] })

test('every organisation, role, objection, answer and block of the audit log is in the ledger, and no name of a person', async () => {
  expect(verdictNow()).toEqual({ ok: true, entries: anchor.size, faults: [] })
  const entries = await db.of(LedgerEntries).find({ format: 'mingbai-entry-2' }).lean<LedgerRecordRow[]>()
  const named = entries.flatMap(({ commitments }) => Object.keys(commitments))
  const kinds = new Set(named.map(name => name.split('/')[0]))
  expect(kinds).toEqual(new Set(['orgs', 'roleGrants', 'objections', 'objectionEvents', 'auditBlocks']))
  expect(await db.of(AuditBlocks).countDocuments()).toBe(DAYS)
  for (const entry of entries) {
    expect(Object.keys(entry).sort()).toEqual(
      ['_id', 'commitments', 'event', 'format', 'index', 'leaf', 'org', 'orgIndex', 'previous', 'recordedAt'],
    ) // prettier-ignore
  }
})

test('a change takes its entry with it: none without the other', async () => {
  const before = await db.of(LedgerEntries).countDocuments()
  const grant = (await db.of(RoleGrants).findOne({ role: 'head' }).lean())!
  const change = inTransaction(store(), async tx => {
    await tx.of(RoleGrants).updateOne({ _id: grant._id }, { $set: { revokedAt: tx.now } })
    throw new Error('taken back')
  })
  await expect(change).rejects.toThrow('taken back')
  expect(await db.of(LedgerEntries).countDocuments()).toBe(before)
})

test('the audit log is chained once a day, and what is younger than two minutes waits', async () => {
  const blocks = await db.of(AuditBlocks).find({}).sort({ number: 1 }).lean()
  expect(blocks.map(({ entries }) => entries.length)).toEqual([A_DAY, A_DAY, A_DAY])
  expect(blocks.map(({ previous }) => previous)).toEqual(['', blocks[0]!.head, blocks[1]!.head])
  await chainAudit(store())
  expect(await db.of(AuditBlocks).countDocuments()).toBe(DAYS)
  expect(await db.of(AuditEntries).countDocuments()).toBe(DAYS * A_DAY)
})

test(`none of ${ROUNDS} tamperings with a data export goes undetected`, () => {
  expect(KINDS.length).toBeGreaterThanOrEqual(30)
  const chance = new Chance(20_261_202)
  const undetected: string[] = []
  let done = 0
  for (let round = 0; done < ROUNDS; round += 1) {
    const kind = KINDS[round % KINDS.length]!
    const undo = tamperStore(place, kind, chance)
    if (undo === null) continue
    done += 1
    if (verdictNow().ok) undetected.push(`${kind} (round ${round})`)
    undo()
  }
  expect(undetected).toEqual([])
  expect(verdictNow().ok).toBe(true)
  reportFigure(
    `R9: ${ROUNDS} tamperings of a data export with an anchor${SAMPLED}, ${KINDS.length} kinds: 0 undetected`,
  )
})
