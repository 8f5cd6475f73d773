import type { ErrorBody } from '../../../shared/schemas/common'
import type { PowerItemPage, PowerList } from '../../../shared/schemas/powerList'
import { type TestServer, startTestServer } from '../../support/api/testServer'
import { type Person, buildWorld, clearNotices, tokenOf } from '../../support/api/world'
import { CORE, coreItem, stepNamed } from '../../support/microPower/core'
import { picturesOf, qrOf, wordsOf } from '../../support/print/pages'

const ADOPTION = { version: 0, meeting: '村民代表会议', on: '2026-05-08', inForce: '2026-05-10' }
let server: TestServer

beforeAll(async () => {
  server = await startTestServer('powers')
  await buildWorld(server.models)
})
beforeEach(() => clearNotices(server.models))
afterAll(() => server.close())

const read = async <T>(path: string) => (await server.ask<T>('GET', path)).body
const change = <T>(name: 'adopt' | 'switch', body: object, person: Person = 'head') =>
  server.ask<T>('POST', `/orgs/V1/powers/${name}`, { token: tokenOf(server, person), body })

test('a village without a list shows the model, and says that nobody adopted it', async () => {
  const list = await read<PowerList>('/orgs/V1/powers')
  expect(list).toMatchObject({ version: 0, adopted: null, inForce: null })
  expect(list.items.length).toBeGreaterThanOrEqual(30)
  expect(list.items[0]).toMatchObject({ class: 'decision', off: null })
  const page = await read<PowerItemPage>('/orgs/V1/powers/BM-01')
  expect(page.item.materials.length).toBeGreaterThan(0)
  expect(page.item.steps.map(({ id }) => id)).toContain('post')
  expect((await server.ask('GET', '/orgs/V1/powers/NO-99')).status).toBe(404)
  expect((await server.ask('GET', '/orgs/ST1/powers')).status).toBe(422)
})

test('what a meeting adopted stands in every item, and one that is not used says why', async () => {
  const { body: adopted } = await change<PowerList>('adopt', ADOPTION)
  expect(adopted).toMatchObject({ version: 1, adopted: { meeting: '村民代表会议' }, inForce: '2026-05-10' })
  const off = { version: 1, code: 'CG-01', reason: '本村没有这类采购' }
  const { body: without } = await change<PowerList>('switch', off, 'editor')
  expect(without.items.filter(item => item.off !== null)).toMatchObject([{ code: 'CG-01', off: off.reason }])
  const page = await read<PowerItemPage>('/orgs/V1/powers/CG-01')
  expect(page.item).toMatchObject({ adopted: adopted.adopted, inForce: '2026-05-10' })
  expect(page.ref.off).toBe(off.reason)
  const again = await change<PowerList>('switch', { version: 2, code: 'CG-01', reason: null })
  expect(again.body.items.every(item => item.off === null)).toBe(true)
  expect(await server.models.auditEntries.countDocuments({ action: 'power.switch' })).toBe(2)
})

test('a list with a fault is not taken over, not one item of it; all faults are told', async () => {
  const round = coreItem('XM-01')
  stepNamed(round, 'party').next[0]!.to = 'propose'
  const gap = coreItem('CW-01')
  const { when } = stepNamed(gap, 'size').next[1]!
  if (when.kind === 'amount') when.belowFen! -= 1
  const body = { ...ADOPTION, items: [coreItem('BM-01'), round, gap] }
  const { status, body: refusal } = await change<ErrorBody>('adopt', body)
  expect(status).toBe(422)
  const told = refusal.error.details.map(({ code, field }) => [code, field])
  expect(told).toContainEqual(['power-cycle-undeclared', 'items.XM-01.propose'])
  expect(told).toContainEqual(['power-threshold-gap', 'items.CW-01.size'])
  expect(await server.models.powerLists.countDocuments({})).toBe(0)
})

test('a list of one’s own is taken over as it was sent', async () => {
  const items = CORE.filter(item => item.class !== 'party').map(item => structuredClone(item))
  const { status, body } = await change<PowerList>('adopt', { ...ADOPTION, items })
  expect([status, body.items?.length]).toEqual([200, items.length])
})

test('a meeting that is still to come, and personal data, are refused', async () => {
  const item = coreItem('BM-01')
  item.summary = '找张三，身份证 11010519491231002X'
  const body = { ...ADOPTION, on: '2030-01-01', inForce: '2030-01-02', items: [item] }
  const { body: refusal } = await change<ErrorBody>('adopt', body)
  expect(refusal.error.details.map(({ field }) => field)).toEqual(expect.arrayContaining(['on', 'items']))
})

test('two who adopt at once: one list, and the other is told', async () => {
  const answers = await Promise.all([
    change('adopt', ADOPTION, 'head'),
    change('adopt', { ...ADOPTION, meeting: '村民会议' }, 'editor'),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await server.models.powerLists.countDocuments({ version: 1 })).toBe(1)
})

test('the list on paper: every item with its chart and a code to its page; not printed again while nothing changes', async () => {
  await change('adopt', ADOPTION)
  await change('switch', { version: 1, code: 'CG-01', reason: '本村没有这类采购' }, 'editor')
  const paper = (name: string) => fetch(`${server.url}/api/v1/orgs/V1/powers/${name}.pdf`)
  const answer = await paper('handbook')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const handbook = Buffer.from(await answer.arrayBuffer())
  const pages = await wordsOf(handbook)
  const book = pages.join('')
  for (const { name } of CORE) expect(book).toContain(name)
  expect(book).toContain('本村没有这类采购')
  expect(book.split('流程图').length - 1).toBe(CORE.length - 1)
  const first = pages.findIndex(words => words.includes('JC-01') && words.includes('办理步骤')) + 1
  const [cover, item] = await picturesOf(handbook, [1, first])
  expect(await qrOf(cover!)).toMatch(/packages\/power\/pages\/list\/index\?org=V1$/)
  expect(await qrOf(item!)).toMatch(/packages\/power\/pages\/item\/index\?org=V1&code=JC-01$/)
  const wall = await wordsOf(Buffer.from(await (await paper('wall')).arrayBuffer()))
  for (const { code } of CORE) expect(wall.join('').includes(code)).toBe(code !== 'CG-01')
  expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/)
  expect((await paper('handbook')).headers.get('etag')).toBe(answer.headers.get('etag'))
})
