import { servedTabs } from '../support/browser/servedTabs'

/** The way into the web app, and what an address does to it. */
const { library, openTab } = servedTabs('first-visit')

const VILLAGE = 'XQ-DH-LX-V01'

async function twoNotices() {
  const { items } = await library().client.api('GET /orgs/:code/notices', { params: { code: VILLAGE } })
  return items.slice(0, 2)
}

test('a first visit asks for the village; it is found by initials, kept, and can be changed', async () => {
  const tab = await openTab({ newcomer: true })
  await tab.visit('/pages/home/index')
  await tab.see('您是哪个村的？')
  expect(await tab.text()).not.toContain('五类重点公开')
  await tab.write('村（社区）的名字', 'lwc')
  await tab.press('查找', 'button')
  await tab.press('柳湾村')
  await tab.see('五类重点公开')
  await tab.visit('/pages/home/index')
  await tab.see('五类重点公开')
  await tab.press('换村')
  await tab.press('东和新城，往下选')
  await tab.press('柳溪街道，往下选')
  await tab.see('✓ 正在看')
  await tab.press('东岭村')
  await tab.see('五类重点公开')
  await tab.see('东岭村')
  expect(await tab.errors()).toEqual([])
})

test('a notice opened from a code decides the village, and the way back leads to its board', async () => {
  const [notice] = await twoNotices()
  const tab = await openTab({ newcomer: true })
  await tab.visit(`/pages/notice/index?id=${notice?.id}`)
  await tab.see(notice?.title ?? '')
  await tab.press('返回')
  await tab.see('五类重点公开')
})

test('another address of the same page shows what it names, also with such a page below', async () => {
  const [one, other] = await twoNotices()
  const tab = await openTab()
  await tab.visit(`/pages/notice/index?id=${one?.id}`)
  await tab.see(one?.title ?? '')
  await tab.press('同类公示')
  await tab.page.evaluate(id => (location.hash = `#/pages/notice/index?id=${id}`), other?.id)
  await tab.see(other?.title ?? '')
  await tab.goBack()
  expect(await tab.route()).toBe('pages/category/index')
  await tab.goBack()
  await tab.see(one?.title ?? '')
  expect(new URL(tab.page.url()).hash).toContain(one?.id)
  expect(await tab.errors()).toEqual([])
})

test('feedback is sent from any page; what was written is kept while the line is down', async () => {
  const tab = await openTab()
  await tab.visit('/pages/search/index')
  await tab.press('意见反馈')
  await tab.write('您想说的', '字太小，看不清')
  await tab.setNetwork('offline')
  await tab.press('送出')
  await tab.see('您写的还在')
  await tab.page.goBack()
  await tab.setNetwork('online')
  await tab.visit('/packages/inbox/pages/feedback/index')
  expect(await tab.page.getByLabel('您想说的').inputValue()).toBe('字太小，看不清')
  await tab.press('送出')
  await tab.see('收到了，谢谢您')
})

test('a wrong address says so and leads on', async () => {
  const tab = await openTab()
  await tab.visit('/pages/search/index')
  await tab.visit('/pages/nothing/index?id=1')
  await tab.see('没有这一页')
  await tab.page.goto(new URL('/some/where', tab.page.url()).href)
  await tab.see('没有这一页')
  await tab.press('选村（社区）')
  await tab.see('换一个村（社区）看')
})
