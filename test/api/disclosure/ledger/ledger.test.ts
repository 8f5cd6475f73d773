import { createPublicKey, verify } from 'node:crypto'
import { checkpointText } from '@shared/ledger/checkpoint'
import { leafOf } from '@shared/ledger/entry'
import { growthFault, noticeFault } from '@shared/ledger/verify'
import { createClient } from '@shared/client'
import type { ErrorBody } from '@shared/contract/common'
import type { Checkpoint, NoticeProof } from '@shared/contract/disclosure/ledger'
import type { NoticePage } from '@shared/contract/reading/site'
import type { WorkNoticePage } from '@shared/contract/disclosure/noticeWorkflow'
import { LedgerVerifier } from '../../../../server/cli/verifier/verifyLedger'
import { eraseFromLedger } from '../../../../server/disclosure/ledger/commands/eraseFromLedger'
import { ledgerLines } from '../../../../server/disclosure/ledger/queries/exportLedger'
import { inTransaction } from '../../../../server/platform/store/transaction'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { type Person, buildWorld, financeContent, storyOf, tokenOf } from '../../../support/api/world'
import { linesOf } from '../../../support/ledger/forge'
import { LedgerEntries } from '@server/disclosure/ledger/models/ledgerEntries'
import { Checkpoints, LedgerNodes } from '@server/disclosure/ledger/models/ledgerTree'
import { Publications } from '@server/disclosure/publications/models/publications'

/** The ledger over real HTTP and the real database; the tests follow one another in one store, as a ledger does. */
let server: TestServer
let client: ReturnType<typeof createClient>
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

beforeAll(async () => {
  server = await startTestServer('ledger')
  await buildWorld(server.db)
  client = createClient({
    baseUrl: `${server.url}/api/v1`,
    tokens: { load: () => null, save: () => undefined, clear: () => undefined },
    request: async ({ method, url, headers }) => {
      const answer = await fetch(url, { method, headers })
      return { status: answer.status, body: await answer.json() }
    },
  })
})
afterAll(() => server.close())

const [VILLAGE, SISTER] = [
  { orgCode: 'V1', writer: 'editor', signer: 'supervisor' },
  { orgCode: 'V2', writer: 'sister-editor', signer: 'sister-supervisor' },
] as const satisfies { orgCode: string; writer: Person; signer: Person }[]

async function signed(at: typeof VILLAGE | typeof SISTER, period: string): Promise<WorkNoticePage> {
  const story = storyOf(server)
  const draft = await story.create(at.writer, { orgCode: at.orgCode, content: financeContent(period) })
  return story.agree(at.signer, await story.submit(at.writer, draft))
}
const published = async (period: string) => storyOf(server).publish('head', await signed(VILLAGE, period))

const pageOf = (id: string) => server.ask<NoticePage>('GET', `/notices/${id}`).then(({ body }) => body)
const shownOf = ({ notice, presented }: NoticePage) => ({
  noticeId: notice.id,
  edition: notice.edition,
  presentedSha256: presented.sha256,
})

function isSigned(checkpoint: Checkpoint): boolean {
  const spki = Buffer.concat([SPKI_HEAD, Buffer.from(checkpoint.publicKey, 'hex')])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const signature = Buffer.from(checkpoint.signature, 'hex')
  return verify(null, Buffer.from(checkpointText(checkpoint)), key, signature)
}

async function wholeLedger(): Promise<string> {
  await client.api('GET /ledger/checkpoint')
  const lines: string[] = []
  for await (const line of ledgerLines(server.db, { openings: true })) lines.push(line)
  return lines.join('')
}

function verdictOf(text: string) {
  const verifier = new LedgerVerifier()
  for (const line of linesOf(text)) verifier.line(line)
  return verifier.verdict()
}

let first: string
let remembered: Checkpoint

test('an empty ledger says so', async () => {
  for (const path of ['/ledger/checkpoint', '/ledger/consistency?from=0&to=1']) {
    expect((await server.ask('GET', path)).status).toBe(404)
  }
  expect((await server.ask('GET', '/ledger/consistency?from=0&to=0')).body).toEqual({
    from: 0,
    to: 0,
    proof: [],
  })
  expect(verdictOf((await server.ask('GET', '/ledger/export')).text)).toEqual({
    ok: true,
    entries: 0,
    faults: [],
  })
})

test('a published notice is proved by what the phone can check', async () => {
  first = (await published('2026-02')).notice.id
  const page = await pageOf(first)
  const proof = await client.api('GET /notices/:id/ledger', { params: { id: first } })
  remembered = await client.api('GET /ledger/checkpoint')
  expect(page.ledger).toEqual({ index: 0, leaf: proof.leaf })
  expect(proof.entry).toMatchObject({
    index: 0,
    org: 'V1',
    event: 'publish',
    noticeId: first,
    previous: null,
  })
  expect(noticeFault(shownOf(page), proof)).toBeNull()
  expect(isSigned(proof.checkpoint)).toBe(true)
  expect(proof.checkpoint).toEqual(remembered)
})

test('the entry holds no words of the notice and no name', async () => {
  const { entry } = await client.api('GET /notices/:id/ledger', { params: { id: first } })
  const { text } = await server.ask('GET', '/ledger/export')
  for (const word of ['财务收支', '人物supervisor', '人物editor', '土地租金']) {
    expect(JSON.stringify(entry)).not.toContain(word)
    expect(text).not.toContain(word)
  }
})

test.each<[string, (proof: NoticeProof) => NoticeProof, string]>([
  ['another notice', proof => ({ ...proof, entry: { ...proof.entry, edition: 2 } }), 'other-notice'],
  ['a changed entry', proof => ({ ...proof, entry: { ...proof.entry, category: 'subsidy' } }), 'leaf'],
  [
    'an entry that was never entered',
    proof => {
      const entry = { ...proof.entry, category: 'subsidy' }
      return { ...proof, entry, leaf: leafOf(entry) }
    },
    'path',
  ],
  ['words that were erased', proof => ({ ...proof, presentedSha256: null }), 'erased'],
  [
    'another salt',
    proof => ({ ...proof, presentedSha256: { ...proof.presentedSha256!, salt: '0'.repeat(64) } }),
    'content',
  ],
])('the phone sees %s', async (_name, change, fault) => {
  const shown = shownOf(await pageOf(first))
  expect(
    noticeFault(shown, change(await client.api('GET /notices/:id/ledger', { params: { id: first } }))),
  ).toBe(fault)
  const other = { ...shown, presentedSha256: '0'.repeat(64) }
  expect(noticeFault(other, await client.api('GET /notices/:id/ledger', { params: { id: first } }))).toBe(
    'content',
  )
})

test('rivals leave no gap: ten published at once stand in the ledger one after another, each in its chain', async () => {
  const story = storyOf(server)
  const months = ['2026-04', '2026-06', '2026-08', '2026-10', '2025-12']
  const ready: [Person, WorkNoticePage][] = []
  for (const month of months) {
    ready.push(['head', await signed(VILLAGE, month)], ['sister-editor', await signed(SISTER, month)])
  }
  await Promise.all(ready.map(([person, page]) => story.publish(person, page)))
  const rows = await server.db.of(LedgerEntries).find({}).sort({ index: 1 }).lean()
  expect(rows.map(({ index }) => index)).toEqual(Array.from({ length: 11 }, (_, index) => index))
  const ofOrg = (org: string) => rows.filter(row => row.org === org).map(({ orgIndex }) => orgIndex)
  expect([ofOrg('V1'), ofOrg('V2')]).toEqual([
    [0, 1, 2, 3, 4, 5],
    [0, 1, 2, 3, 4],
  ])
  expect(verdictOf(await wholeLedger())).toEqual({ ok: true, entries: 11, faults: [] })
})

test('the ledger has only grown since the checkpoint that a phone remembers', async () => {
  const newest = await client.api('GET /ledger/checkpoint')
  expect(newest).toMatchObject({ size: 11 })
  const proof = await client.api('GET /ledger/consistency', {
    query: { from: remembered.size, to: newest.size },
  })
  expect(growthFault(remembered, newest, proof)).toBeNull()
  expect(growthFault({ ...remembered, root: newest.root }, newest, proof)).toBe('rewritten')
  expect(
    noticeFault(
      shownOf(await pageOf(first)),
      await client.api('GET /notices/:id/ledger', { params: { id: first }, query: { edition: 1 } }),
    ),
  ).toBeNull()
})

test('a checkpoint is made when it is due, not with every question', async () => {
  const before = await server.db.of(Checkpoints).countDocuments()
  await Promise.all(Array.from({ length: 8 }, () => client.api('GET /ledger/checkpoint')))
  expect(await server.db.of(Checkpoints).countDocuments()).toBe(before)
  await published('2025-10')
  await Promise.all(Array.from({ length: 8 }, () => client.api('GET /ledger/checkpoint')))
  expect(await server.db.of(Checkpoints).countDocuments()).toBe(before + 1)
})

test('the public export can be verified by anybody', async () => {
  const answer = await server.ask('GET', '/ledger/export')
  expect(answer.headers.get('content-type')).toMatch(/^application\/jsonl/)
  expect(verdictOf(answer.text)).toEqual({ ok: true, entries: 12, faults: [] })
})

test('what is lawfully erased can no longer be opened, and the ledger stays whole', async () => {
  const { db, clock } = server.services
  await inTransaction({ db, clock }, async tx => {
    await eraseFromLedger(tx, { index: 0, basis: '个人信息保护法第四十七条', at: clock.now() })
    await db.of(Publications).deleteOne({ noticeId: first, edition: 1 })
  })
  const proof = await client.api('GET /notices/:id/ledger', { params: { id: first } })
  expect(noticeFault({ noticeId: first, edition: 1, presentedSha256: '' }, proof)).toBe('erased')
  expect(verdictOf(await wholeLedger())).toEqual({ ok: true, entries: 13, faults: [] })
  const erasure = await db.of(LedgerEntries).findOne({ index: 12 }).lean()
  expect(erasure).toMatchObject({ event: 'erase', erases: 0, basis: '个人信息保护法第四十七条' })
})

test('a failed publication leaves nothing in the ledger', async () => {
  const page = await signed(VILLAGE, '2025-08')
  const before = await server.db.of(LedgerEntries).countDocuments()
  const body = { version: page.notice.version - 1 }
  const answer = await server.ask('POST', `/notices/${page.notice.id}/publish`, {
    token: tokenOf(server, 'head'),
    body,
  })
  expect(answer.status).toBe(409)
  expect(await server.db.of(LedgerEntries).countDocuments()).toBe(before)
  expect((await server.ask<ErrorBody>('GET', `/notices/${page.notice.id}/ledger`)).body.error.code).toBe(
    'not-recorded',
  )
})

test.each<[string, number, string]>([
  ['/ledger/consistency?from=2&to=1', 400, 'invalid-request'],
  ['/ledger/consistency?from=-1&to=1', 400, 'invalid-request'],
  ['/ledger/consistency?to=1', 400, 'invalid-request'],
  ['/ledger/consistency?from=0&to=9000000', 404, 'ledger-too-short'],
  ['/ledger/checkpoint?size=1', 400, 'invalid-request'],
  ['/notices/ntc_00000000000000000000/ledger', 404, 'not-recorded'],
  ['/notices/nonsense/ledger', 400, 'invalid-request'],
])('GET %s is refused with %d', async (path, status, code) => {
  const answer = await server.ask<ErrorBody>('GET', path)
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
})

test('entries, nodes and checkpoints are never changed through the db', async () => {
  const db = server.db
  await expect(db.of(LedgerEntries).updateOne({ index: 0 }, { leaf: 'x' })).rejects.toThrow('written once')
  await expect(db.of(LedgerNodes).deleteMany({})).rejects.toThrow('written once')
  await expect(db.of(Checkpoints).deleteOne({ size: 1 })).rejects.toThrow('written once')
})
