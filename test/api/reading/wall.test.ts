import type { NoticePage } from '@shared/contract/reading/site'
import { WallForm } from '@shared/contract/reading/wall'
import { documentOf } from '@shared/presentation/document'
import { documentLines } from '@shared/presentation/document/text'
import { shortCode } from '@shared/presentation/shortCode'
import { spokenText } from '@shared/presentation/spoken/text'
import sharp from 'sharp'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { buildWorld, financeContent, storyOf } from '../../support/api/world'
import { picturesOf, qrOf, wordsOf } from '../../support/print/pages'
import { createWechat } from '@server/platform/wechat'
import { Publications } from '@server/disclosure/publications/models/publications'

const LINES = 40

let server: TestServer
let page: NoticePage
let address: string
/** All forms, asked for one after the other: between slow tests the server hangs up. */
const made = new Map<WallForm, Buffer>()

beforeAll(async () => {
  server = await startTestServer('wall')
  await buildWorld(server.db)
  const story = storyOf(server)
  // After the first upload the server's pictures load the kinds that people send, and no other.
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  await story.attach('editor', {
    name: '公开栏.png',
    text: new Uint8Array(photo),
    fields: { reason: '公开栏，没有人像' },
  })
  const content = financeContent()
  const [block] = content.blocks
  if (block?.type !== 'money') throw new Error('the finance notice has a money block')
  for (let at = 0; at < LINES; at += 1) {
    const item = `第${at}笔支出${'，购置垃圾清运用品'.repeat(at % 4)}`
    block.lines.push({ date: '2026-10-20', direction: 'expense', item, amountFen: 100, voucher: `附${at}` })
  }
  block.closingFen -= LINES * 100
  const draft = await story.create('editor', { content })
  const { notice } = await story.publish(
    'head',
    await story.agree('supervisor', await story.submit('editor', draft)),
  )
  page = (await server.ask<NoticePage>('GET', `/notices/${notice.id}`)).body
  address = `${server.services.config.publicBaseUrl}/n/${shortCode(notice.id)}`
  for (const form of WallForm.options) made.set(form, await ask(form))
})
afterAll(() => server.close())

async function ask(form: WallForm) {
  const response = await fetch(`${server.url}/api/v1/notices/${page.notice.id}/wall?form=${form}`)
  expect([response.status, response.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=0, must-revalidate',
  ])
  return Buffer.from(await response.arrayBuffer())
}
const wall = (form: WallForm): Buffer => made.get(form) ?? Buffer.alloc(0)

const rows = () =>
  documentOf(page.presented.blocks).flatMap(part =>
    part.kind === 'sheet'
      ? part.groups.flatMap(group => group.rows.map(row => row.cells.map(cell => cell ?? '—')))
      : [],
  )
const tidy = (text: string) => text.replace(/\s/g, '')

describe.each(['a4', 'a3'] as const)('公示单 on %s', form => {
  let pdf: Buffer
  let pages: string[]
  beforeAll(async () => {
    pdf = wall(form)
    pages = (await wordsOf(pdf)).map(tidy)
  })

  test('has every row whole on one page, under its head, and every letter', () => {
    expect(pages.length).toBeGreaterThan(1)
    for (const row of rows()) {
      const on = pages.filter(words => words.includes(tidy(row.join(''))))
      expect([row, on.length]).toEqual([row, 1])
      expect(on[0]).toContain('凭证')
    }
    expect(pages.join('')).not.toMatch(/[\u0000\ufffd]/)
  })

  test('says who, when, until when, whom to ask and where it stands in the ledger', () => {
    const all = pages.join('')
    const sentence = page.presented.blocks.find(({ kind }) => kind === 'summary')
    const { signOff, ledger, org } = page
    for (const words of [
      page.notice.title,
      sentence?.kind === 'summary' ? sentence.text : '',
      `${signOff?.body}${signOff?.name}`,
      '公示',
      ledger?.leaf.slice(0, 4) ?? 'no ledger',
      `短码${shortCode(page.notice.id)}`,
      '微信扫一扫',
      '监督审讫',
      '打印',
      ...org.contacts.map(({ phone }) => phone),
    ]) {
      expect(all).toContain(tidy(words))
    }
  })

  test('carries the way to the live page on every page', async () => {
    const pictures = await picturesOf(pdf, [...pages.keys()].map(at => at + 1), 1.5) // prettier-ignore
    for (const picture of pictures) expect(await qrOf(picture)).toBe(address)
  })
})

test('群海报: a picture for the group that leads to the live page', async () => {
  const picture = wall('poster')
  const { width, height, format } = await sharp(picture).metadata()
  expect([width, height, format]).toEqual([1080, 1440, 'png'])
  expect(picture.length).toBeLessThan(200_000)
  const read = await qrOf(picture)
  expect(read).toBe(address)
  const web = await (await fetch(server.url + new URL(read!).pathname)).text()
  expect(web).toContain(`<h1 class="title">${page.notice.title}</h1>`)
  expect(web).toContain(`/#/pages/notice/index?id=${page.notice.id}`)
})

test('公众号文章: every cell of the record, escaped, no script and no style sheet', async () => {
  const html = wall('article').toString('utf8')
  const lines = documentLines(documentOf(page.presented.blocks))
  const said = html.replace(/<[^>]*>/g, '')
  expect(said).toContain(lines.join(''))
  expect(html).not.toMatch(/<(script|style|link)/)
  const [, code = ''] = /src="data:image\/png;base64,([^"]+)"/.exec(html) ?? []
  expect(await qrOf(Buffer.from(code, 'base64'))).toBe(address)
})

test('广播稿: what is said aloud, no row and no digit', () => {
  const text = wall('broadcast').toString('utf8')
  expect(text).toContain(spokenText(page.notice.title))
  expect(text).toMatch(/收入.*元，支出/)
  expect(text).not.toMatch(/\d|第零笔/)
})

test('with 小程序码: sheet, poster and article carry it, drawn once; a refusal of WeChat brings the address back', async () => {
  const { config, clock } = server.services
  const { appId, secret } = config.wechat
  config.wechat.printCode = true
  // More patient than the client of other tests.
  server.services.wechat = createWechat({ appId, secret, clock, apiBase: server.wechat.url })
  try {
    server.wechat.behave('blocked', 'code')
    const refused = await ask('poster')
    server.wechat.behave('ok', 'code')
    const before = server.wechat.calls('code')
    const [poster, sheet, article] = [await ask('poster'), await ask('a4'), await ask('article')]
    expect(server.wechat.calls('code') - before).toBe(1)
    const scene = `pages/entry/index?scene=${encodeURIComponent(`n/${shortCode(page.notice.id)}`)}`
    const [first] = await picturesOf(sheet, [1])
    const [, code = ''] = /src="data:image\/png;base64,([^"]+)"/.exec(article.toString('utf8')) ?? []
    const read = await Promise.all([refused, poster, first!, Buffer.from(code, 'base64')].map(qrOf))
    expect(read).toEqual([address, scene, scene, scene])
  } finally {
    config.wechat.printCode = false
  }
}) // prettier-ignore

test('what nobody may see has no sheet', async () => {
  const statusOf = async (id: string) => (await server.ask('GET', `/notices/${id}/wall?form=a4`)).status
  expect(await statusOf('ntc_nobody00000000000000')).toBe(404)
  await server.db.of(Publications).updateOne(
    { noticeId: page.notice.id },
    {
      $set: {
        live: false,
        withdrawn: {
          by: '村主任',
          at: '2026-11-20T00:00:00Z',
          reason: '泄露',
          sha256: page.presented.sha256,
        },
      },
    },
  )
  expect(await statusOf(page.notice.id)).toBe(404)
})
