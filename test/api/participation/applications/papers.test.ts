import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { ErrorBody } from '../../../../shared/contract/common'
import type { UploadedFile } from '../../../../shared/contract/disclosure/files'
import type {
  ApplicationPage,
  ApplicationProgress,
} from '../../../../shared/contract/participation/application'
import { applicationStory, DECIDED, PLANTED } from '../../../support/api/applications'
import { startTestServer, TEST_NOW, type TestServer } from '../../../support/api/testServer'
import { buildWorld, type Person, PEOPLE, tokenOf } from '../../../support/api/world'
import { wordsOf } from '../../../support/print/pages'
import { readPdf } from '../../../../server/documents/pdf/readPdf'

let server: TestServer
let now = new Date(TEST_NOW)

beforeAll(async () => {
  server = await startTestServer('application-papers', { now: () => now })
  await buildWorld(server.db)
})
afterEach(() => {
  now = new Date(TEST_NOW)
})
afterAll(() => server.close())

const SECRET = '赵示例'
const ACCOUNT = '贰拾叁万元整'
const TEXT = [
  '东一村2024年征收补偿协议（节录）',
  `乙方：${SECRET}，补偿款${ACCOUNT}。`,
  `以上由赵 示例签收。`,
  '补偿标准按片区综合地价执行。',
]
const withheld = (words: string) => ({
  words,
  kind: 'refused-third-party',
  reason: '第三方不同意公开，公开会损害其合法权益',
})
const internal = (words: string) => ({ ...withheld(words), kind: 'refused-internal' })
const REDACTED = {
  itemId: '1',
  name: '补偿协议遮盖件',
  text: TEXT,
  withheld: [withheld(SECRET), withheld(ACCOUNT)],
}

const story = () => applicationStory(server)
const post = (person: Person, page: ApplicationPage, body: object) =>
  server.ask<ApplicationPage>('POST', `/applications/${page.application.id}/papers`, {
    token: tokenOf(server, person),
    body: { version: page.version, ...body },
  })
const upload = (person: Person, { application }: ApplicationPage, text = '公开的材料\n') =>
  server.ask<UploadedFile>('POST', `/applications/${application.id}/files`, {
    token: tokenOf(server, person),
    file: { name: '材料.txt', text },
  })
const codesOf = ({ body }: { body: unknown }) => (body as ErrorBody).error.details.map(({ code }) => code)
const bytesAt = async (path: string, person?: Person) => {
  const headers = person ? { Authorization: `Bearer ${tokenOf(server, person)}` } : undefined
  const answer = await fetch(`${server.url}/api/v1${path}`, { headers })
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()), headers: answer.headers }
}

/** Item 1 is given in part by the redacted copy, item 2 does not exist. */
async function answered() {
  const { step, receive, setDesk } = story()
  await setDesk()
  const received = await receive('clerk', { door: 'fax', again: true })
  const taken = await step('clerk', await step('clerk', received, 'confirm'), 'take')
  const asked = await step('clerk', taken, 'seek-opinion', {
    to: '示例公司',
    kind: 'third-party',
    itemId: '1',
  })
  const heard = await step('clerk', asked, 'opinion', { to: '示例公司', itemId: '1', answer: 'refused', weighing: '理由成立，其余部分公开' }) // prettier-ignore
  const decided = await step('clerk', heard, 'items', {
    items: [{ id: '1', kind: 'partly', reasons: '协议里的姓名和金额涉及第三方权益' }, DECIDED.items[1]],
  })
  const added = await post('clerk', decided, REDACTED)
  expect([added.status, added.text]).toEqual([200, expect.any(String)])
  const draft = await step('clerk', added.body, 'draft')
  expect(draft.faults.filter(({ severity }) => severity === 'block')).toEqual([])
  const reading = await step('clerk', draft, 'to-lawyer')
  const agreed = await step('street-lawyer', reading, 'review', { opinion: 'agree', hash: reading.hash })
  const signing = await step('clerk', agreed, 'to-head')
  return step('street-head', signing, 'sign', { hash: signing.hash })
}

test('a redacted copy holds nothing under its bars: no text, no layer, no metadata, no bytes', async () => {
  const page = await answered()
  const paper = page.papers[0]!
  expect(paper).toMatchObject({
    redacted: true,
    withheld: [{ place: '第 2、3 段，共 2 处' }, { place: '第 2 段，共 1 处' }],
  })
  const { bytes } = await bytesAt(`/application-papers/${paper.ticket}`)
  const words = (await wordsOf(bytes)).join('').replace(/\s/g, '')
  expect(words).toContain('补偿标准按片区综合地价执行')
  expect(words).toContain('第三方不同意公开')
  expect(words).toContain('■■■■（1）')
  expect(words).not.toContain('〓')
  const { info, xmp, attachments, titles } = await readPdf(bytes)
  const around = JSON.stringify([info, xmp, attachments, titles])
  const inflated = streamsOf(bytes)
  for (const secret of [SECRET, ACCOUNT, PLANTED.name, PLANTED.phone, page.application.number, '试验']) {
    expect([secret, words.includes(secret), around.includes(secret)]).toEqual([secret, false, false])
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const raw = Buffer.from(secret, encoding)
      expect([bytes.includes(raw), inflated.some(part => part.includes(raw))]).toEqual([false, false])
    }
    const hex = Buffer.from(secret, 'utf16le').swap16().toString('hex')
    const all = [bytes, ...inflated].map(part => part.toString('latin1').toLowerCase())
    expect(all.some(part => part.includes(hex))).toBe(false)
  }
  expect(bytes.toString('latin1')).not.toMatch(/\/OCG|\/OCProperties|\/EmbeddedFile|\/AcroForm|\/Annots/)
  // One bar is as wide as the other, whatever is under it.
  expect(new Set(words.match(/■+/g))).toEqual(new Set(['■■■■']))
  const rows = JSON.stringify(await server.db.connection.collection('applicationPapers').find({}).toArray())
  for (const secret of [SECRET, ACCOUNT]) expect(rows).not.toContain(secret)
})

/** Every stream of a PDF, unpacked where it can be. */
function streamsOf(pdf: Buffer): Buffer[] {
  const out: Buffer[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('endstream', at)
    if (end < 0) break
    try {
      out.push(inflateSync(pdf.subarray(at + 7, end)))
    } catch {
      out.push(pdf.subarray(at + 7, end))
    }
  }
  expect(out.length).toBeGreaterThan(3)
  return out
}

test('the applicant fetches it with number and short code, nobody else and not for long', async () => {
  const page = await answered()
  const ask = (code: string) =>
    server.ask<ApplicationProgress>('POST', '/application-progress', {
      body: { number: page.application.number, code },
    })
  const { papers } = (await ask(page.code)).body
  expect(papers.map(({ name }) => name)).toEqual(['补偿协议遮盖件.pdf'])
  const path = `/application-papers/${papers[0]!.ticket}`
  const given = await bytesAt(path)
  expect([given.status, given.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect((await ask('AAAAAAAA')).status).toBe(404)
  const forged = [
    path.replace(/.$/, last => (last === 'A' ? 'B' : 'A')),
    path.replace(/\.[^.]+\./, '.zzzzzzzzzz.'),
  ]
  for (const other of forged) expect((await bytesAt(other)).status).toBe(404)
  const rows = await server.db.connection.collection('applicationPapers').find({}).toArray()
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect((await bytesAt(`/files/${row['sha256']}`)).status).toBe(404)
  now = new Date(now.getTime() + 11 * 60_000)
  expect((await bytesAt(path)).status).toBe(404)
})

test('before the signature the applicant sees no paper; a village sees no file at all', async () => {
  const { step } = story()
  const sent = await server.ask<ApplicationPage>('POST', '/orgs/ST1/applications', {
    token: tokenOf(server, 'villager'),
    body: { ...PLANTED, proof: '居民身份证', door: 'platform', items: ['东一村2023年征收补偿方案'] },
  })
  const taken = await step('clerk', sent.body, 'take')
  const { attachment } = (await upload('clerk', taken)).body
  const added = await post('clerk', taken, { itemId: '1', name: '补偿方案', sha256: attachment.sha256 })
  expect(added.body.papers).toMatchObject([{ name: '补偿方案.txt', redacted: false }])
  const id = taken.application.id
  const mine = await server.ask<ApplicationPage>('GET', `/applications/${id}`, {
    token: tokenOf(server, 'villager'),
  })
  expect([mine.body.papers, mine.body.progress.papers, mine.body.archive]).toEqual([[], [], []])
  for (const person of Object.keys(PEOPLE) as Person[]) {
    const isDesk = ['clerk', 'clerk-2', 'street-head'].includes(person)
    const { status } = await bytesAt(`/applications/${id}/bundle`, person)
    expect([person, status]).toEqual([person, isDesk ? 200 : 404])
  }
  const dropped = await step('clerk', added.body, 'drop-paper', { paperId: added.body.papers[0]!.id })
  expect(dropped.papers).toEqual([])
  expect((await bytesAt(`/application-papers/${added.body.papers[0]!.ticket}`)).status).toBe(404)
})

test('a paper that names people is refused at the gate; so is a file name that says who asks', async () => {
  const { step, receive } = story()
  const taken = await step('clerk', await receive('clerk', { items: ['东一村2022年补偿名册'] }), 'take')
  const roll = await upload('clerk', taken, `张三 ${PLANTED.proofNumber} 领取 3000 元\n`)
  expect([roll.status, codesOf(roll).length > 0]).toEqual([422, true])
  const left = await post('clerk', taken, { ...REDACTED, text: [...TEXT, `身份证 ${PLANTED.proofNumber}`] })
  expect(codesOf(left)).toEqual(['personal-data'])
  const named = await post('clerk', taken, { ...REDACTED, name: `给${PLANTED.name}的协议` })
  expect(codesOf(named)).toEqual(['applicant-in-file-name'])
  const other = await post('clerk', taken, { ...REDACTED, itemId: '9', withheld: [withheld(SECRET)] })
  expect(codesOf(other)).toEqual(['item-unknown'])
  const lost = await post('clerk', taken, {
    ...REDACTED,
    withheld: [withheld('没有的字'), { ...withheld('乙方'), kind: 'x' }],
  })
  expect(codesOf(lost)).toEqual(['passage-kind'])
  const both = await post('clerk', taken, { ...REDACTED, sha256: '0'.repeat(64) })
  expect(codesOf(both)).toEqual(['paper-source'])
  const never = await post('clerk', taken, { itemId: '1', name: '甲', sha256: '0'.repeat(64) })
  expect(codesOf(never)).toEqual(['file-not-uploaded'])
})

test('one paper more after the lawyer agreed: the review is void', async () => {
  const { step, ask, drafted } = story()
  const draft = await drafted({
    again: true,
    items: ['东一村2024年征收土地公告', '东一村2009年征地批复（陕政土批〔2009〕88号）'],
  })
  const reading = await step('clerk', draft, 'to-lawyer')
  const agreed = await step('street-lawyer', reading, 'review', { opinion: 'agree', hash: reading.hash })
  const more = (await post('clerk', agreed, { ...REDACTED, withheld: [SECRET, ACCOUNT].map(internal) })).body
  const signing = await step('clerk', more, 'to-head')
  const refused = await ask('street-head', signing, 'sign', { hash: signing.hash })
  expect(codesOf(refused)).toEqual(['lawyer-stale'])
})

test('the bundle for the review body: every paper with its hash, the words under the bars, no identity', async () => {
  const page = await answered()
  const delivered = await story().step('clerk', page, 'deliver', { manner: 'direct', proof: '收件人签名' })
  const { bytes, status } = await bytesAt(`/applications/${delivered.application.id}/bundle`, 'clerk')
  expect(status).toBe(200)
  const files = unzipSync(new Uint8Array(bytes))
  const names = Object.keys(files)
  const kinds = names.map(name => name.replace(/^\d\d |\.txt$/g, ''))
  expect(kinds).toEqual([
    '证据目录',
    '申请表',
    '登记回执',
    '补正、延期、收费、征求意见的经过',
    '第三方和其他机关的意见',
    '检索记录',
    '逐项结果和理由',
    '审批和律师意见',
    '答复书',
    '送达回证',
    '不公开的部分',
    '办理记录',
    '归档目录',
    '材料/01 补偿协议遮盖件.pdf',
  ])
  const [list, ...rest] = names
  const listed = Buffer.from(files[list!]!).toString()
  for (const name of rest) {
    const sha256 = createHash('sha256').update(files[name]!).digest('hex')
    expect(listed).toContain(`${sha256}  ${files[name]!.length}  ${name}`)
  }
  const text = rest.filter(name => name.endsWith('.txt')).map(name => Buffer.from(files[name]!).toString())
  const all = text.join('\n')
  for (const word of [
    '综合档案室',
    '理由成立',
    '同意',
    '收件人签名',
    SECRET,
    ACCOUNT,
    '人物clerk',
    '申请人：欧阳*',
  ]) {
    expect([word, all.includes(word)]).toEqual([word, true])
  }
  for (const planted of Object.values(PLANTED)) {
    expect([planted, all.includes(planted)]).toEqual([planted, false])
  }
})

test('an incomplete file is not archived; the list says what is missing before anybody tries', async () => {
  const page = await answered()
  const missing = page.archive.filter(one => one.missing !== null)
  expect(missing).toEqual([{ name: '送达回证', missing: '没有送达的记录' }])
  expect(codesOf(await story().ask('clerk', page, 'archive'))).toEqual(['archive-incomplete'])
  const delivered = await story().step('clerk', page, 'deliver', { manner: 'direct', proof: '收件人签名' })
  expect(delivered.archive.filter(one => one.missing !== null)).toMatchObject([{ name: '复议和诉讼' }])
})
