import { type H5Visitor, SHOWN } from '../support/browser/h5Visitor'
import { everyPage } from '../support/browser/pages'
import { servedTabs } from '../support/browser/servedTabs'

/** The way back in a browser: each page as it was left. */
const { openTab, library } = servedTabs('way-back')

const addressOf = async (name: string) =>
  (await everyPage(library())).find(page => page.name === name)?.url ?? ''
const pagesIn = (tab: H5Visitor) => tab.page.locator('.taro_page').count()
const hashOf = (tab: H5Visitor) => new URL(tab.page.url()).hash

test('the way back shows the page that was left, with what was typed, however often it is gone', async () => {
  const tab = await openTab()
  const notice = await addressOf('notice')
  await tab.visit(notice)
  await tab.press('提意见', 'link')
  await tab.press('说的是整条公示', 'link')
  const form = hashOf(tab)
  const field = tab.page.locator(`${SHOWN} textarea`).first()
  await field.fill('低保户数和墙上贴的不一样')
  const before = await pagesIn(tab)
  for (let round = 0; round < 12; round += 1) {
    await tab.press('意见反馈', 'link')
    expect(await pagesIn(tab)).toBe(before + 1)
    await tab.goBack()
    expect(hashOf(tab)).toBe(form)
    expect(await pagesIn(tab)).toBe(before)
  }
  expect(await field.inputValue()).toBe('低保户数和墙上贴的不一样')
  await tab.goBack()
  await tab.goBack()
  expect(hashOf(tab)).toBe(`#${notice}`)
  expect(await pagesIn(tab)).toBe(before - 2)
  expect(await tab.errors()).toEqual([])
})

test('another address of the same page, typed or followed, shows its own; each way back leads to the one before', async () => {
  const tab = await openTab()
  const [one, other] = [await addressOf('notice'), await addressOf('notice-table')]
  const title = () => tab.page.locator(`${SHOWN} h1`).last().innerText()
  await tab.visit(one)
  const first = await title()
  await tab.openAddress(other)
  const second = await title()
  expect(second).not.toBe(first)
  await tab.press('同类公示', 'link')
  await tab.goBack()
  expect(await title()).toBe(second)
  await tab.goBack()
  expect(await title()).toBe(first)
  expect(await tab.errors()).toEqual([])
})
