import { axeViolations, axeViolationsByNight, clippedTexts } from '../support/browser/audits'
import type { H5Visitor } from '../support/browser/h5Visitor'
import { overlappingTexts } from '../support/browser/overlaps'
import { servedTabs } from '../support/browser/servedTabs'

/** Staff on a wide screen: rail, what waits, keys, acts on several rows. */
const { openTab } = servedTabs('staff-desk')

const WORK = '/packages/staff/pages/list/index'
const SHOWN = '.taro_page:not(.taro_page_shade)'

async function atDesk(persona: string): Promise<H5Visitor> {
  const tab = await openTab({ width: 1280, height: 900 })
  await tab.logIn(persona)
  await tab.visit(WORK)
  await tab.see('等您办')
  return tab
}

const cells = (tab: H5Visitor, part: string) => tab.readAll(`.todos__cell--${part}`)
const total = async (tab: H5Visitor): Promise<number> => Number(/等您办 (\d+) 件/.exec(await tab.text())?.[1])
const focused = (tab: H5Visitor) =>
  tab.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
const rail = (tab: H5Visitor) => tab.page.locator(`${SHOWN} .rail__item`).allInnerTexts()

test('the rail has the pages of the role with what waits, stays on staff pages, and is not on narrow screens', async () => {
  const tab = await atDesk('street-clerk')
  const entries = await rail(tab)
  expect(entries.map(text => text.replace(/\s*\d+(\s*过期 \d+)?$/, ''))).toEqual(['工作台', '公示', '公开情况', '异议', '公开申请', '两边不一致', '抽查', '撤回与删除', '示范清单', '各村目录', '导入目录', '机构与联系人']) // prettier-ignore
  expect(entries[0]).toMatch(/\d+$/)
  await tab.page.locator(`${SHOWN} .rail__item`, { hasText: '公开情况' }).click()
  await tab.see('今天要办的（')
  expect(await rail(tab)).toEqual(entries)
  expect(await tab.page.locator(`${SHOWN} .rail__item[aria-current=page]`).innerText()).toContain('公开情况')
  expect(await axeViolations(tab.page)).toEqual([])
  await tab.page.setViewportSize({ width: 1000, height: 900 })
  await tab.settle()
  expect(await rail(tab)).toEqual([])
  expect(await tab.errors()).toEqual([])
})

test('filters and order are in the address: a reload and a way back keep them', async () => {
  const tab = await atDesk('street-clerk')
  const whole = (await cells(tab, 'org')).length
  await tab.page.locator('#todo-org').selectOption({ index: 2 })
  await tab.settle()
  await tab.press('只看过期的')
  await tab.page.getByRole('button', { name: '种类' }).click()
  await tab.settle()
  const [village] = await cells(tab, 'org')
  expect(new Set(await cells(tab, 'org'))).toEqual(new Set([village]))
  expect((await cells(tab, 'due')).every(text => text.startsWith('× 晚了'))).toBe(true)
  const shown = await cells(tab, 'what')
  expect(shown.length).toBeLessThan(whole)
  expect(tab.page.url()).toMatch(/org=XQ-DH-LX-V\d+&late=1&sort=kind$/)
  await tab.page.reload()
  await tab.see('等您办')
  await tab.settle()
  expect(await cells(tab, 'what')).toEqual(shown)
  expect(await axeViolations(tab.page)).toEqual([])
  expect(await axeViolationsByNight(tab.page)).toEqual([])
  expect(await clippedTexts(tab.page)).toEqual([])
  expect(await overlappingTexts(tab.page)).toEqual([])
  expect(await tab.errors()).toEqual([])
})

test('↑ and ↓ move in the list, Enter opens, ? explains', async () => {
  const tab = await atDesk('editor')
  const names = await tab.page.locator('.todos__open').evaluateAll(links => links.map(link => link.getAttribute('aria-label'))) // prettier-ignore
  await tab.page.keyboard.press('ArrowDown')
  await tab.page.keyboard.press('ArrowDown')
  expect(await focused(tab)).toBe(names[1])
  await tab.page.keyboard.press('ArrowUp')
  expect(await focused(tab)).toBe(names[0])
  await tab.page.keyboard.press('?')
  await tab.page.getByRole('dialog', { name: '快捷键' }).waitFor()
  expect(await axeViolations(tab.page)).toEqual([])
  await tab.page.keyboard.press('Escape')
  await tab.page.getByRole('dialog').waitFor({ state: 'detached' })
  await tab.page.locator('.todos__open').first().focus()
  await tab.page.keyboard.press('Enter')
  await tab.settle()
  expect(tab.page.url()).not.toContain(WORK)
  expect(await tab.errors()).toEqual([])
})

test('several villages are reminded together: undone within five seconds, sent when the page is left', async () => {
  const tab = await atDesk('street-clerk')
  const before = await total(tab)
  const sent: string[] = []
  tab.page.on('request', request => request.method() === 'POST' && sent.push(new URL(request.url()).pathname))
  const boxes = tab.page.locator('.todos__box input')
  const chooseTwo = async () => {
    await boxes.nth(0).check()
    await boxes.nth(1).check()
  }
  await chooseTwo()
  await tab.see('选了 2 件')
  expect(await axeViolations(tab.page)).toEqual([])
  await tab.page.getByRole('button', { name: '一起提醒 2 件' }).click()
  await tab.page.getByRole('button', { name: '撤销' }).click()
  await tab.page.waitForTimeout(5_500)
  expect([sent, await total(tab)]).toEqual([[], before])

  await chooseTwo()
  await tab.page.keyboard.press('Control+Enter')
  await tab.page.getByRole('button', { name: '撤销' }).waitFor()
  await tab.page.locator(`${SHOWN} .rail__item`, { hasText: '异议' }).click()
  await tab.settle()
  expect(sent).toEqual(['/api/v1/obligations/remind'])
  await tab.page.locator(`${SHOWN} .rail__item`, { hasText: '工作台' }).click()
  await tab.see('等您办')
  await tab.settle()
  expect(await total(tab)).toBe(before - 2)
  expect(await tab.errors()).toEqual([])
})
