import { axeViolations, axeViolationsByNight, clippedTexts, poorPressables } from '../support/browser/audits'
import { colourAlone } from '../support/browser/colourAlone'
import type { H5Visitor } from '../support/browser/h5Visitor'
import { overlappingTexts, spoil } from '../support/browser/overlaps'
import { everyPage } from '../support/browser/pages'
import { servedTabs } from '../support/browser/servedTabs'
import { LONG } from '../support/figures'
import { ELDER, LARGEST } from '../support/browser/walk'

/** What the eye and the keyboard find on the pages. */
const { openTab, library } = servedTabs('layout')

async function look(tab: H5Visitor, audit: (tab: H5Visitor) => Promise<string[]>) {
  const found: Record<string, string[]> = {}
  let persona: string | undefined
  for (const page of await everyPage(library())) {
    if (page.persona && page.persona !== persona) await tab.logIn((persona = page.persona))
    await tab.visit(page.url)
    await tab.see(page.says)
    const faults = await audit(tab)
    if (faults.length > 0) found[page.name] = faults
  }
  return found
}

test('the audits of overlaps and of colours by night find one', async () => {
  const tab = await openTab()
  await tab.visit('/pages/home/index')
  expect(await axeViolationsByNight(tab.page)).toEqual([])
  await tab.page.addStyleTag({
    content: '@media (prefers-color-scheme: dark) { h1 { color: #111 !important } }',
  })
  expect(await axeViolationsByNight(tab.page)).toHaveLength(1)
  expect(await axeViolations(tab.page)).toEqual([])
  expect(await overlappingTexts(tab.page)).toEqual([])
  await spoil(tab.page)
  expect(await overlappingTexts(tab.page)).not.toEqual([])
})

test('the page of sign-off is as good as the others', async () => {
  const tab = await openTab({ width: 320, storage: LARGEST })
  await tab.logIn('supervisor')
  await tab.press('去工作台')
  await tab.press('待监督审核')
  await tab.see('同意公开')
  expect(await clippedTexts(tab.page)).toEqual([])
  expect(await overlappingTexts(tab.page)).toEqual([])
  expect(await poorPressables(tab.page, 60)).toEqual([])
  expect(await axeViolations(tab.page)).toEqual([])
})

// Each run looks by night and in 长辈版; the two together only a long one.
const inLongRuns = LONG ? test : test.skip

inLongRuns('axe finds nothing in 长辈版 by night', async () => {
  const tab = await openTab({ theme: 'dark', storage: ELDER })
  expect(await look(tab, ({ page }) => axeViolations(page))).toEqual({})
})

test('what tells a state by colour alone is found', async () => {
  const tab = await openTab()
  await tab.visit('/pages/home/index')
  expect(await colourAlone(tab.page)).toEqual([])
  await tab.page.addStyleTag({ content: '.row__meta { color: var(--seal) } ' })
  expect(await colourAlone(tab.page)).toEqual([])
  await tab.page.evaluate(() => {
    const dot = document.createElement('b')
    dot.textContent = '●'
    dot.style.color = 'var(--seal)'
    document.querySelector('.taro_page main')?.append(dot)
  })
  expect(await colourAlone(tab.page)).toHaveLength(1)
})

const BY_KEYBOARD = ['home', 'notice', 'search', 'finance', 'powers', 'power', 'household', 'desk']

test('the keyboard reaches everything that can be pressed, and shows where it is', async () => {
  const tab = await openTab({ width: 1280, height: 800 })
  let persona: string | undefined
  for (const { name, url, says, persona: wanted } of await everyPage(library())) {
    if (!BY_KEYBOARD.includes(name)) continue
    if (wanted && wanted !== persona) await tab.logIn((persona = wanted))
    await tab.visit(url)
    await tab.see(says)
    const { pressable, stops, ringless } = await walkByKeyboard(tab)
    expect([name, ringless]).toEqual([name, []])
    expect(stops).toBeGreaterThanOrEqual(pressable - 2)
  }
})

async function walkByKeyboard({ page }: H5Visitor) {
  const pressable = await page
    .locator('.taro_page:not(.taro_page_shade) :is(a[href], button:not([disabled])):visible')
    .count()
  const stops = new Set<number>()
  const ringless: string[] = []
  for (let press = 0; press < pressable; press += 1) {
    await page.keyboard.press('Tab')
    const { at, ring, name } = await page.evaluate(() => {
      const element = document.activeElement ?? document.body
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      return {
        ring,
        at: [...document.querySelectorAll('*')].indexOf(element),
        name: element.outerHTML.slice(0, 80),
      }
    })
    stops.add(at)
    if (!ring) ringless.push(name)
  }
  return { pressable, stops: stops.size, ringless }
}
