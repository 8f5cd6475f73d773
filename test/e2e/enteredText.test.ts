import type { Locator } from 'playwright-core'
import { everyPage } from '../support/browser/pages'
import { type H5Visitor, SHOWN } from '../support/browser/h5Visitor'
import { servedTabs } from '../support/browser/servedTabs'
import { reportFigure } from '../support/figures'
import { type FailingDoor, SERVER_FAULTS, openFailingDoor } from '../support/server/failingDoor'

/** Every form of the app: what was typed stays in it when the server fails at the press. */

const FAILED = /Failed to load resource.*\/api\//
const { openTab, server, library } = servedTabs('entered-text')

const FIELDS = 'input:not([type=date], [type=file], [type=checkbox], [type=radio], [readonly]), textarea'
const ACTS = 'button.button:not(.button--plain, .button--off, :disabled)'
const TYPED = '写到一半的话'
const DIGITS = '138'
const DAY = '2026-11-20'

let door: FailingDoor
beforeAll(async () => {
  door = await openFailingDoor(server().url)
})
afterAll(() => door?.close())

const pageOf = (tab: H5Visitor) => tab.page.locator(SHOWN).last()

/** A field takes words or digits, and no more of them than its length allows. */
async function fill(field: Locator): Promise<void> {
  for (const words of [TYPED, DIGITS]) {
    try {
      return await field.fill(words, { timeout: 2_000 })
    } catch (problem) {
      if (words === DIGITS) throw problem
    }
  }
}

async function fillAll(tab: H5Visitor): Promise<string[]> {
  for (const list of await pageOf(tab).locator('select').all()) {
    const choices = list.locator('option:enabled')
    if ((await choices.count()) > 1) await list.selectOption({ index: 1 })
  }
  for (const day of await pageOf(tab).locator('input[type=date]').all()) await day.fill(DAY)
  const fields = pageOf(tab).locator(FIELDS)
  for (const field of await fields.all()) {
    if ((await field.isVisible()) && (await field.isEditable())) await fill(field)
  }
  await tab.settle()
  return fields.evaluateAll(found => found.map(field => (field as HTMLInputElement).value))
}

interface Found {
  faults: string[]
  /** Acts whose request failed. */
  failed: number
}

/** Fills the form, presses one of its acts while the server fails, and compares. */
async function pressAt(tab: H5Visitor, url: string, nth: number): Promise<Found | null> {
  await tab.openAddress(url)
  const typed = await fillAll(tab)
  const act = pageOf(tab).locator(ACTS).nth(nth)
  if (typed.length === 0 || (await act.count()) === 0) return null
  const [name, route, sent] = [await act.innerText(), await tab.route(), tab.requests.length]
  door.fail(SERVER_FAULTS['503 with Retry-After'])
  await act.click()
  await tab.settle()
  door.fail(null)
  const failed = tab.requests.slice(sent).some(({ method }) => method !== 'GET') ? 1 : 0
  // A press that asks nothing of the server leads to the next part of the form, or to another page.
  if (failed === 0) return { faults: [], failed }
  if ((await tab.route()) !== route) return { faults: [`“${name}” left the page`], failed }
  const left = await pageOf(tab)
    .locator(FIELDS)
    .evaluateAll(found => found.map(field => (field as HTMLInputElement).value))
  const says = await pageOf(tab).locator('.field__fault').count()
  return {
    failed,
    faults: [
      ...(left.join('|') === typed.join('|') ? [] : [`“${name}”: ${typed.join('|')} → ${left.join('|')}`]),
      ...(says === 0 ? [`“${name}” says no fault`] : []),
    ],
  }
}

test('what was typed stays on the page, with the fault at the button', async () => {
  const tab = await openTab({ at: door.url, expects: FAILED })
  const found: Record<string, string[]> = {}
  let [forms, failed, persona] = [0, 0, '']
  for (const page of await everyPage(library())) {
    if (page.persona && page.persona !== persona) await tab.logIn((persona = page.persona))
    for (let nth = 0; ; nth += 1) {
      await tab.openAddress('/pages/missing/index')
      const pressed = await pressAt(tab, page.url, nth)
      if (!pressed) break
      if (nth === 0) forms += 1
      failed += pressed.failed
      if (pressed.faults.length > 0) found[`${page.name} ${nth}`] = pressed.faults
    }
  }
  reportFigure(`entered text: ${forms} pages with fields, ${failed} acts pressed while the server failed`)
  expect(found).toEqual({})
  expect(failed).toBeGreaterThanOrEqual(6)
})
