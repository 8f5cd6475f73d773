import type { ErrorBody } from '@shared/contract/common'
import type { MaskPreview } from '@shared/contract/disclosure/privacy'
import { type TestServer, startTestServer } from '../../../support/api/testServer'
import { ITEMS, buildWorld, financeContent, tokenOf } from '../../../support/api/world'
import { wordsInStore } from '../../../support/privacy/store'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer('mask-preview')
  await buildWorld(server.db)
})
afterAll(() => server.close())

const content = {
  title: '2026年第三季度耕地地力保护补贴',
  period: '2026Q3',
  blocks: [
    {
      type: 'recipients',
      label: '发放明细',
      rows: [{ name: '欧阳建国', group: '三组', scheme: '耕地地力保护补贴', persons: 1, amountFen: 100 }],
      totalPersons: 1,
      totalFen: 100,
    },
    { type: 'text', label: '说明', text: '咨询13812345678，负责单位邮箱：dongyi_cun@163.com' },
  ],
}
const ask = (body: object) =>
  server.ask<MaskPreview & ErrorBody>('POST', '/work/mask-preview', {
    token: tokenOf(server, 'editor'),
    body: { orgCode: 'V1', itemId: ITEMS.subsidy._id, content, ...body },
  })

test('findings in Chinese, both sides, the masked content; nothing is kept', async () => {
  const before = await wordsInStore(server.db)
  const { status, body, headers } = await ask({})
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(body.findings.map(({ code, releasable }) => `${code} ${releasable}`)).toEqual([
    'privacy-person-name false',
    'privacy-mobile false',
    'privacy-email true',
  ])
  expect(body.findings.every(({ message }) => /^“/.test(message))).toBe(true)
  expect(JSON.stringify(body.before)).toContain('欧阳建国')
  expect(JSON.stringify([body.after, body.masked, body.findings])).not.toMatch(/建国|13812345678|dongyi_cun/)
  expect(body.masked.blocks[0]).toMatchObject({ rows: [{ name: '欧阳*' }] })
  expect(await wordsInStore(server.db)).toBe(before)
})

test('the masked content can be stored at once', async () => {
  const { body } = await ask({})
  const kept = await server.ask('POST', '/notices', {
    token: tokenOf(server, 'editor'),
    body: { orgCode: 'V1', itemId: ITEMS.subsidy._id, regards: null, content: body.masked },
  })
  expect(kept.status).toBe(201)
})

test('a release with a reason lifts what may be lifted; its faults are told', async () => {
  const releases = [
    { field: 'content.blocks.1.text', code: 'privacy-email', reason: '村委会的公务邮箱' },
    { field: 'content.blocks.1.text', code: 'privacy-mobile', reason: '村委会的公务手机' },
  ]
  const { body } = await ask({ releases })
  expect(body.findings.map(({ code }) => code)).toEqual(['privacy-person-name', 'privacy-mobile'])
  expect(body.issues).toMatchObject([{ code: 'release-refused', field: 'releases.1' }])
  expect(JSON.stringify(body.masked)).toContain('dongyi_cun@163.com')
})

test('a text that takes seconds to check keeps no reader waiting, and too much text is refused', async () => {
  const label = '说明'
  const slow = { ...financeContent(), blocks: Array.from({ length: 2 }, () => ({ type: 'text', label, text: '1.1.1.'.repeat(3_300) })) } // prettier-ignore
  const started = process.cpuUsage()
  expect((await ask({ content: slow })).status).toBe(200)
  // The check takes this process three seconds and more; in the helper it takes it none.
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(1.5)
  const many = { ...slow, blocks: Array.from({ length: 11 }, () => ({ type: 'text', label, text: '无'.repeat(19_999) })) } // prettier-ignore
  const refused = await ask({ content: many })
  expect([refused.status, (refused.body as unknown as ErrorBody).error.code]).toEqual([413, 'body-too-large'])
})

test('an unknown item, an unknown field: plain answers', async () => {
  expect((await ask({ itemId: 'itm_00000000000000000000' })).status).toBe(404)
  const refused = await ask({ keep: true })
  expect([refused.status, refused.body.error.details[0]?.code]).toEqual([400, 'unknown-field'])
})
