import { placeGroups } from '../../miniapp/src/packages/objection/places'
import { QUESTION, fileObjection } from '../support/journeys/objecting'
import { missingBuiltins } from '../support/weapp/phoneFacts'
import { servedPhones } from '../support/weapp/servedPhones'

/** The app on phones that refuse: old, without permission, in a preview, full, without a line. Each leaves a way on. */
const { launch, library } = servedPhones('modes')

const VILLAGE = 'XQ-DH-LX-V01'

/** The notice of the village's finances that objections of these tests are about. */
async function financeNotice(): Promise<{ id: string; title: string }> {
  const { items } = await library().client.api('GET /orgs/:code/notices', {
    params: { code: VILLAGE },
    query: { category: 'village-finance' },
  })
  return items[0]!
}

test('the oldest engine: reading, checking the fingerprint and objecting work', async () => {
  const { id, title } = await financeNotice()
  const phone = await launch({ missing: missingBuiltins() })
  await phone.see('五类重点公开')
  await phone.visit(`/pages/notice/index?id=${id}`)
  await phone.see(title)
  await phone.visit(`/packages/verify/pages/check/index?id=${id}`)
  await phone.see('✓')
  const page = await library().client.api('GET /notices/:id', { params: { id } })
  const table = page.presented.blocks.find(block => block.kind === 'table')!
  const group = placeGroups(page.presented.blocks).find(one => one.id === table.id)!
  const told = await fileObjection(phone, id, group.places[1]!.title)
  expect(told.number).toMatch(/^2026-/)
  expect(await phone.errors()).toEqual([])
})

test('the preview in the timeline: the notice is read whole, and each way on is told', async () => {
  const { id, title } = await financeNotice()
  const phone = await launch({ entry: `pages/notice/index?id=${id}`, scene: 1154 })
  await phone.see(title)
  expect(await phone.text()).toContain('请按屏幕下方的“前往小程序”')
  const names = (await phone.app.pressables()).map(({ name }) => name)
  expect(names).not.toContain('公开栏')
  expect(names).not.toContain('意见反馈')
  await phone.press('提意见')
  await phone.see('页面没有打开')
  await phone.press('知道了')
  expect(await phone.route()).toBe('pages/notice/index')
  expect(await phone.errors()).toEqual([])
})

test('who declines the privacy guide can still paste what a file would hold', async () => {
  const phone = await launch({ privacy: 'refused' })
  await phone.logIn('street-clerk')
  await phone.press('导入目录')
  await phone.press('选文件')
  await phone.see('您还没有同意隐私保护指引')
  await phone.press('知道了')
  await phone.press('粘贴文字')
  expect(await phone.errors()).toEqual([])
})

test('a full storage keeps the login and drops old copies', async () => {
  const names = Array.from({ length: 20 }, (_, at) => `notice:ntc_kept${at}`)
  const filled = JSON.stringify({ value: 'x'.repeat(524_000), at: '2026-01-01T00:00:00Z' })
  const storage = {
    ...Object.fromEntries(names.map(name => [`page:${name}`, filled])),
    archive: JSON.stringify(names),
  }
  const phone = await launch({ storage, network: 'online' })
  await phone.logIn('villager')
  await phone.relaunch({ entry: 'pages/mine/index' })
  await phone.see('退出登录')
  const kept = Object.keys(await phone.app.storage())
  expect(kept).toEqual(expect.arrayContaining(['tokens', 'me']))
  expect(kept).not.toContain('page:notice:ntc_kept19')
  expect(await phone.errors()).toEqual([])
})

test('an objection written without a line is not lost, and is sent when the line is back', async () => {
  const { id } = await financeNotice()
  const phone = await launch()
  await phone.logIn('villager')
  await phone.visit(`/packages/objection/pages/write/index?notice=${id}`)
  await phone.press('看不懂')
  await phone.write('说明', QUESTION)
  await phone.setNetwork('offline')
  await phone.press('提交异议')
  await phone.see('网络不通')
  await phone.setNetwork('slow')
  await phone.press('提交异议')
  await phone.see('已提交')
  expect(await phone.errors()).toEqual([])
})

test('a page that is gone says so and leads to the board and to the choice of a village', async () => {
  const phone = await launch({ entry: 'pages/gone/index?id=1' })
  expect(await phone.route()).toBe('pages/missing/index')
  await phone.see('没有这一页')
  await phone.press('选村（社区）')
  await phone.see('换一个村（社区）看')
  await phone.relaunch({ entry: 'pages/gone/index' })
  await phone.press('回公开栏')
  await phone.see('五类重点公开')
})

test('a new version is offered once it is there', async () => {
  const phone = await launch()
  await phone.app.bringUpdate()
  await phone.see('有新版本')
  await phone.press('重新打开')
  await phone.see('正在重新打开')
})

test('the review page’s button goes to what is to be done', async () => {
  const phone = await launch()
  await phone.logIn('supervisor')
  await phone.press('去工作台')
  await phone.press('轮到您：监督审核')
  await phone.press('轮到您：监督审核 ↓')
  expect(await phone.app.scrolledTo()).toMatch(/^#[\w-]+-field$/)
})
