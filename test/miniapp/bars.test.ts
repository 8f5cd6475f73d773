import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { STREET } from '../support/journeys/clerkStage'
import { clientOf } from '../support/journeys/library'
import { publishLists } from '../support/journeys/streetLists'
import { reportFigure } from '../support/figures'
import { moduleGaps } from '../support/weapp/moduleGaps'
import { listFiles } from '../support/weapp/pack'
import { servedPhones, WEAPP_DIST } from '../support/weapp/servedPhones'
import type { AppConfig } from '../support/weapp/types'

/** Performance bars P9, P10 and P11 of the mini program. */
const { launch, library, server } = servedPhones('bars')

const MB = 1024 * 1024
const KB = 1024
const LONG_ROWS = 2_000
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

test('P9: the main package has at most 1.0 MB, all packages 4 MB', () => {
  const { subPackages = [] } = JSON.parse(
    readFileSync(path.join(WEAPP_DIST, 'app.json'), 'utf8'),
  ) as AppConfig
  const files = listFiles(WEAPP_DIST).map(file => ({
    file,
    bytes: statSync(path.join(WEAPP_DIST, file)).size,
  }))
  const main = files.filter(({ file }) => !subPackages.some(({ root }) => file.startsWith(`${root}/`)))
  const [mainBytes, allBytes] = [main, files].map(list => sum(list.map(({ bytes }) => bytes)))
  reportFigure(
    `P9 小程序主包 ${((mainBytes ?? 0) / MB).toFixed(2)} MB，全部 ${((allBytes ?? 0) / MB).toFixed(2)} MB`,
  )
  expect(mainBytes).toBeLessThanOrEqual(1 * MB)
  expect(allBytes).toBeLessThanOrEqual(4 * MB)
})

test('every page of a sub-package finds all the modules that it asks for', () => {
  expect(moduleGaps(WEAPP_DIST)).toEqual({})
})

test('P10: a feed page needs at most 32 kB of setData, 500 nodes, depth 20', async () => {
  const org = (await library().client.api('GET /home')).org.code
  const { items } = await library().client.api('GET /orgs/:code/notices', { params: { code: org } })
  const phone = await launch({ entry: `pages/category/index?org=${org}` })
  await phone.see((items.at(-1)?.title ?? '').replace(/^2026年/, ''))
  const { setData, nodes, depth } = await phone.app.cost()
  reportFigure(
    `P10 列表页 ${items.length} 条：setData ${(sum(setData) / KB).toFixed(1)} kB，${nodes} 个节点，深 ${depth} 层`,
  )
  expect(items.length).toBeGreaterThanOrEqual(20)
  expect(sum(setData)).toBeLessThanOrEqual(32 * KB)
  expect(nodes).toBeLessThanOrEqual(500)
  expect(depth).toBeLessThanOrEqual(20)
})

test('P10 holds on the first screen too', async () => {
  const phone = await launch()
  await phone.see('五类重点公开')
  const { setData, nodes, depth } = await phone.app.cost()
  expect(sum(setData)).toBeLessThanOrEqual(32 * KB)
  expect(nodes).toBeLessThanOrEqual(500)
  expect(depth).toBeLessThanOrEqual(20)
})

test('a notice of 2,000 rows is turned page by page, never with more at once than an old phone bears', async () => {
  const [id] = await publishLists(server(), ['2025Q3'], LONG_ROWS)
  const phone = await launch({ entry: `pages/notice/index?id=${id}` })
  await phone.see(`第 1–20 行，共 ${LONG_ROWS} 行`)
  const { setData, nodes, depth } = await phone.app.cost()
  reportFigure(
    `P10 公示页 ${LONG_ROWS} 行：setData 最大 ${(Math.max(...setData) / KB).toFixed(1)} kB，${nodes} 个节点，深 ${depth} 层`,
  )
  expect(Math.max(...setData)).toBeLessThanOrEqual(32 * KB)
  expect(nodes).toBeLessThanOrEqual(500)
  expect(depth).toBeLessThanOrEqual(20)
  await phone.press('往后')
  await phone.press('往后')
  await phone.see(`第 41–60 行，共 ${LONG_ROWS} 行`)
  const later = await phone.app.cost()
  expect(Math.max(...later.setData)).toBeLessThanOrEqual(32 * KB)
  expect(later.nodes).toBeLessThanOrEqual(nodes + 10)
  await phone.press('回到开头')
  await phone.see(`第 1–20 行，共 ${LONG_ROWS} 行`)
  expect(await phone.errors()).toEqual([])
})

test('the form of a list of 2,000 rows shows a page of them, and a key sends one field', async () => {
  await publishLists(server(), ['2026Q2'], LONG_ROWS)
  const clerk = await clientOf(server(), 'street-clerk')
  const { areas } = await clerk.api('GET /orgs/:code/catalogue', { params: { code: STREET } })
  const item = areas.find(({ area }) => area.includes('养老'))?.items[0]
  const phone = await launch()
  await phone.logIn('street-clerk')
  await phone.visit(`/packages/staff/pages/edit/index?item=${item?.id}&org=${STREET}&period=2026Q3`)
  await phone.press('用上期的内容')
  await phone.see(`（${LONG_ROWS} 行）`)
  await phone.settle()
  const { setData, nodes, depth } = await phone.app.cost()
  expect(Math.max(...setData)).toBeLessThanOrEqual(32 * KB)
  expect(nodes).toBeLessThanOrEqual(500)
  expect(depth).toBeLessThanOrEqual(20)
  await phone.write('金额（元）', '61.5')
  await phone.see('比上期 +1.50 元')
  const sent = (await phone.app.cost()).setData.slice(setData.length)
  reportFigure(
    `P10 写 ${LONG_ROWS} 行的名单：setData 最大 ${(Math.max(...setData) / KB).toFixed(1)} kB，${nodes} 个节点，深 ${depth} 层；改一格 ${sum(sent)} 字节`,
  )
  expect(sum(sent)).toBeLessThanOrEqual(8 * KB)
  await phone.write('翻到第几行', '1234')
  await phone.see('第 1234 行')
  expect(await phone.errors()).toEqual([])
})

test.each(['', 'pages/notice/index?id='])(
  'P11: the first screen %p is one request of at most 8 kB',
  async entry => {
    const [notice] = (await library().client.api('GET /home')).recent
    const phone = await launch({ entry: entry && `${entry}${notice?.id}` })
    await phone.see(notice?.title ?? '')
    expect(phone.exchanges).toHaveLength(1)
    const [{ wireBytes, encoding, status } = { wireBytes: NaN, encoding: '', status: 0 }] = phone.exchanges
    reportFigure(`P11 首屏 ${entry || 'pages/home/index'}：1 个请求，${wireBytes} 字节（${encoding}）`)
    expect({ encoding, status }).toEqual({ encoding: 'br', status: 200 })
    expect(wireBytes).toBeLessThanOrEqual(8 * KB)
    expect(await phone.app.calls()).not.toContain('showModal')
  },
)
