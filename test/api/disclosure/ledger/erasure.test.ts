import { noticeFault } from '@shared/ledger/verify'
import type { ErrorBody } from '@shared/contract/common'
import type { Erasure, NoticeProof } from '@shared/contract/disclosure/ledger'
import { LedgerVerifier } from '../../../../server/cli/verifier/verifyLedger'
import { newestCheckpoint } from '../../../../server/disclosure/ledger/checkpoints'
import { ledgerLines } from '../../../../server/disclosure/ledger/queries/exportLedger'
import { collectionsOf } from '../../../../server/platform/transfer/exportData'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { type Person, buildWorld, financeContent, storyOf, tokenOf } from '../../../support/api/world'
import { linesOf } from '../../../support/ledger/forge'
import { AuditEntries } from '@server/platform/audit/auditEntries'

/** 依法删除: words that must go by law, and a ledger that stays whole. */
let server: TestServer
let noticeId: string
const WORD = '清塘补偿款'
const BASIS = '个人信息保护法第四十七条'

beforeAll(async () => {
  server = await startTestServer('erasure')
  await buildWorld(server.db)
  const story = storyOf(server)
  const content = { ...financeContent('2026-02'), title: `${WORD}公示` }
  const draft = await story.create('editor', { content })
  const signed = await story.agree('supervisor', await story.submit('editor', draft))
  noticeId = (await story.publish('head', signed)).notice.id
})
afterAll(() => server.close())

const erase = (person: Person, body: object) =>
  server.ask<Erasure & ErrorBody>('POST', '/ledger/erasures', { token: tokenOf(server, person), body })

/** Names of the collections that hold the word. */
async function holding(word: string): Promise<string[]> {
  const found: string[] = []
  for (const collection of collectionsOf(server.db)) {
    const rows = await collection.find({}).toArray()
    if (JSON.stringify(rows).includes(word)) found.push(collection.collectionName)
  }
  return found
}

async function verdict() {
  await newestCheckpoint(server.services)
  const verifier = new LedgerVerifier()
  for await (const line of ledgerLines(server.db, { openings: true })) {
    for (const row of linesOf(line)) verifier.line(row)
  }
  return verifier.verdict()
}

test.each<[string, object, number, string]>([
  [
    'a basis that names a person’s number',
    { basis: '应张三（13812345678）要求删除' },
    422,
    'requirements-unmet',
  ],
  ['a basis without words', { basis: ' ' }, 400, 'invalid-request'],
  ['an edition that was never published', { edition: 2 }, 404, 'not-recorded'],
  ['an unknown field', { salts: 'all' }, 400, 'invalid-request'],
  ['a notice that is not there', { noticeId: 'ntc_00000000000000000000' }, 404, 'notice-not-found'],
])('%s is refused, nothing is erased', async (_name, change, status, code) => {
  const answer = await erase('head', { noticeId, edition: 1, basis: BASIS, ...change })
  expect([answer.status, answer.body.error.code]).toEqual([status, code])
  expect(JSON.stringify(answer.body)).not.toContain('13812345678')
  expect((await server.ask('GET', `/notices/${noticeId}`)).status).toBe(200)
})

test('neither editor, supervisor nor administrator may erase', async () => {
  for (const person of [
    'editor',
    'supervisor',
    'clerk',
    'system-admin',
    'security-admin',
    'audit-admin',
    'sister-editor',
  ] as const) {
    expect((await erase(person, { noticeId, edition: 1, basis: BASIS })).status).toBe(403)
  }
})

test('the words leave every collection; the page says when and why; the ledger still verifies', async () => {
  expect(await holding(WORD)).toEqual(
    expect.arrayContaining(['idempotencyKeys', 'publications', 'revisions']),
  )
  const before = await verdict()
  const answer = await erase('head', { noticeId, edition: 1, basis: BASIS })
  expect([answer.status, answer.body]).toMatchObject([201, { edition: 1, basis: BASIS, index: 1 }])
  expect(await holding(WORD)).toEqual([])

  const page = await server.ask<ErrorBody>('GET', `/notices/${noticeId}`)
  expect([page.status, page.body.error.code]).toEqual([410, 'notice-erased'])
  expect(page.body.error.message).toMatch(
    /^这条公示已于\d{4}年\d+月\d+日依法删除，依据：个人信息保护法第四十七条$/,
  )
  expect((await server.ask('GET', '/orgs/V1/notices')).text).not.toContain(noticeId)

  const proof = (await server.ask<NoticeProof>('GET', `/notices/${noticeId}/ledger?edition=1`)).body
  expect(noticeFault({ noticeId, edition: 1, presentedSha256: '' }, proof)).toBe('erased')
  expect([before, await verdict()]).toMatchObject([
    { ok: true, entries: 1 },
    { ok: true, entries: 2 },
  ])
  const audited = await server.db
    .of(AuditEntries)
    .findOne({ action: 'ledger.erase', targetId: noticeId })
    .lean()
  expect(audited).toMatchObject({ orgCode: 'V1', targetId: noticeId, detail: { edition: 1, index: 1 } })
})

test('an edition is erased once', async () => {
  const answer = await erase('head', { noticeId, edition: 1, basis: BASIS })
  expect([answer.status, answer.body.error.code]).toEqual([409, 'already-erased'])
})
