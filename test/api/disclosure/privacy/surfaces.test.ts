import type { ErrorBody } from '@shared/contract/common'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import { opened as openedCase } from '../../../authz/rows/cases'
import { type Answer, type TestServer, startTestServer } from '../../../support/api/testServer'
import { ITEMS, type Person, buildWorld, storyOf, tokenOf } from '../../../support/api/world'
import { LONG, SAMPLED, reportFigure } from '../../../support/figures'
import { photo } from '../../../support/files/pictures'
import { Chance } from '../../../support/privacy/chance'
import { type PersonalDocument, contentOf, documents } from '../../../support/privacy/documents'
import { makeDocx, makeXlsx, paragraph } from '../../../support/privacy/files'
import { wordsInStore } from '../../../support/privacy/store'
import {
  type Known,
  type Seen,
  PUBLIC_READS,
  STAFF_READS,
  addressesOf,
  keyOf,
  look,
} from '../../../support/surfaces/walk'
import { Files } from '@server/disclosure/files/models/files'

/** In a long run a thousand documents are stored first. */
jest.setTimeout(180_000)

/**
 * R8: 1,000 documents (`npm test`: the first 160) full of personal data, sent in as they are and then masked as proposed; afterwards everything that
 * anybody can read, the log, the answers of refused requests and the store itself are searched for every secret.
 */
const DOCUMENTS = LONG ? 1_000 : 160
const PACK = 40
const FILES = 20

const chance = new Chance(8)
const all = documents(chance, DOCUMENTS)
const packs = Array.from({ length: DOCUMENTS / PACK }, (_, at) => all.slice(at * PACK, (at + 1) * PACK))
/** Every second month, so that no statement goes on from another. */
const periodOf = (at: number) => `${2018 + Math.floor(at / 6)}-${String((at % 6) * 2 + 1).padStart(2, '0')}`
const secrets = [...new Set(all.flatMap(document => document.secrets))]
/** One pattern for all: a search for each alone would take minutes. */
const ANY = new RegExp(secrets.map(secret => secret.replace(/[*()]/g, '\\$&')).join('|'))
const leaksIn = (words: string): string[] => ANY.exec(words)?.slice(0, 1) ?? []

let server: TestServer
let known: Known
const refusals: string[] = []
const sum = { addresses: 0, leaks: 0 }

const ask = async <Body>(person: Person, path: string, body: object): Promise<Answer<Body & ErrorBody>> => {
  const answer = await server.ask<Body & ErrorBody>('POST', path, { token: tokenOf(server, person), body })
  if (answer.status >= 400) refusals.push(answer.text)
  return answer
}
const place = { orgCode: 'V1', itemId: ITEMS.finance._id }

async function maskedByServer(content: NoticeContent): Promise<NoticeContent> {
  const { status, body } = await ask<MaskPreview>('editor', '/work/mask-preview', { ...place, content })
  expect([status, leaksIn(JSON.stringify([body.after, body.masked, body.findings]))]).toEqual([200, []])
  return body.masked
}

/** The pack as it came: refused. As the server proposes to mask it: through the whole workflow. */
async function publishPack(pack: readonly PersonalDocument[], at: number, files: object[]): Promise<string> {
  const content = contentOf(pack, periodOf(at))
  const refused = await ask('editor', '/notices', { ...place, regards: null, content })
  expect([refused.status, refused.body.error.code]).toEqual([422, 'requirements-unmet'])
  const masked = await maskedByServer(content)
  const story = storyOf(server)
  const blocks = at === 0 ? [...masked.blocks, { type: 'attachments', label: '附件', files }] : masked.blocks
  const draft = await story.create('editor', { content: { ...masked, blocks } as NoticeContent })
  const page = await story.publish(
    'head',
    await story.agree('supervisor', await story.submit('editor', draft)),
  )
  return page.notice.id
}

/** The same secrets in files and in their names: none is kept. */
async function offerFiles(): Promise<void> {
  const offer = async (name: string, text: string | Buffer) => {
    const file = { name, text: typeof text === 'string' ? text : new Uint8Array(text) }
    const answer = await server.ask('POST', '/orgs/V1/files', { token: tokenOf(server, 'editor'), file })
    expect([name.slice(-4), answer.status]).toEqual([name.slice(-4), 422])
    refusals.push(answer.text)
  }
  for (const document of all.filter(({ sort }) => sort === 'text').slice(0, FILES)) {
    await offer('底稿.txt', document.text)
    await offer('底稿.docx', makeDocx(paragraph(document.text)))
    await offer('底稿.xlsx', await makeXlsx(book => void book.addWorksheet('底稿').addRow([document.text])))
    await offer(`${document.text.replace(/[。：]/g, ' ').trim()}.txt`, '村规民约')
  }
}

beforeAll(async () => {
  server = await startTestServer('surfaces', undefined, { RATE_READ: '0' })
  await buildWorld(server.db)
  const clean = await storyOf(server).attach('editor', { name: '村规民约.txt', text: '一、遵纪守法。' })
  const picture = await storyOf(server).attach('editor', {
    name: '现场.jpg',
    text: new Uint8Array(await photo()),
    fields: { reason: '道路施工现场，没有人像' },
  })
  const noticeIds: string[] = []
  for (const [at, pack] of packs.entries()) noticeIds.push(await publishPack(pack, at, [clean, picture]))
  await offerFiles()
  const queries = [
    '财务收支',
    ...secrets.slice(0, 12),
    ...secrets.slice(0, 4).map(secret => secret.slice(-4)),
  ]
  const matter = await openedCase(storyOf(server))
  known = {
    orgCode: 'V1',
    noticeIds,
    itemId: ITEMS.finance._id,
    catalogueId: ITEMS.finance.catalogueId,
    itemKey: ITEMS.finance.key,
    sha256: clean.sha256,
    pictureSha256: picture.sha256,
    powerCode: matter.item.code,
    caseId: matter.id,
    queries,
  }
})
afterAll(() => server.close())

const leaking = (seen: readonly Seen[]) =>
  seen.flatMap(({ address, words }) => leaksIn(words).map(secret => `${address.slice(0, 60)}: ${secret}`))

/** What was looked at, counted. */
function leaksOf(seen: readonly Seen[]): string[] {
  const leaks = leaking(seen)
  sum.addresses += seen.length
  sum.leaks += leaks.length
  return leaks
}

test('the secrets are there to be found', () => {
  expect(secrets.length).toBeGreaterThan(DOCUMENTS)
  expect(
    leaking([{ address: 'probe', status: 200, words: JSON.stringify(contentOf(packs[3]!, '2026-01')) }]),
  ).toHaveLength(1)
})

describe.each(PUBLIC_READS.map(route => [keyOf(route), route] as const))('%s', (_name, route) => {
  test('gives nothing away', async () => {
    const seen: Seen[] = []
    for (const address of addressesOf(route, known)) seen.push(await look(server, address))
    // A public route that cannot be walked by its parameters alone needs a sample in support/surfaces/walk.ts.
    expect(seen.filter(({ status }) => status !== 200).map(({ address }) => address)).toEqual([])
    // What was searched for is not repeated in the answer's address, only by its words.
    expect(leaksOf(seen)).toEqual([])
  })
})

test('search finds nobody', async () => {
  for (const secret of secrets.slice(0, 20)) {
    const { body } = await server.ask<{ items: unknown[] }>(
      'GET',
      `/search?org=V1&q=${encodeURIComponent(secret)}`,
    )
    expect([secret, body.items]).toEqual([secret, []])
  }
})

test.each<Person>(['editor', 'supervisor', 'villager', 'clerk'])('what %s can read', async person => {
  const seen: Seen[] = []
  for (const route of STAFF_READS) {
    for (const address of addressesOf(route, { ...known, noticeIds: known.noticeIds.slice(0, 3) })) {
      seen.push(await look(server, address, tokenOf(server, person)))
    }
  }
  expect(seen.filter(({ status }) => status >= 500)).toEqual([])
  expect(leaksOf(seen)).toEqual([])
})

test('answers of refused requests, the log, the store', async () => {
  expect(refusals.length).toBeGreaterThanOrEqual(packs.length + FILES * 4)
  expect(leaksOf(refusals.map((words, at) => ({ address: `refusal ${at}`, status: 422, words })))).toEqual([])
  expect(server.logged.length).toBeGreaterThan(packs.length)
  expect(leaksIn(server.logged.join('\n'))).toEqual([])
  expect(leaksIn(await wordsInStore(server.db))).toEqual([])
  expect(await server.db.of(Files).countDocuments({})).toBe(2)
})

afterAll(() => {
  reportFigure(
    `R8 ${DOCUMENTS} documents with ${secrets.length} secrets: ${PUBLIC_READS.length} public and ${STAFF_READS.length} staff routes, ` +
      `${sum.addresses} answers, the log, the store${SAMPLED}: ${sum.leaks} leaks`,
  )
})
