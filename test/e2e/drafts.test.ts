import { SHOWN } from '../support/browser/h5Visitor'
import { fillFromLast } from '../support/journeys/drafting'
import { draftTests } from '../support/journeys/draftTests'
import { servedTabs } from '../support/browser/servedTabs'

/** What happens to a notice while it is written, in the browser. */
const { openTab, library } = servedTabs('h5-drafts')

const LEAVINGS = ['pagehide', 'blur', 'visibilitychange'] as const

/** Types a title in the page and says what is stored right after it, and after the page is left. */
function typeAndLeave([field, leaving]: [HTMLInputElement, string]): { typed: boolean; left: boolean } {
  const title = `不能丢的标题 ${leaving}`
  const isStored = () =>
    Object.keys(localStorage).some(
      key => key.startsWith('draft:') && localStorage.getItem(key)!.includes(title),
    )
  // React listens to the setter of the element itself.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, title)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  const typed = isStored()
  if (leaving === 'visibilitychange') {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event(leaving))
  } else window.dispatchEvent(new Event(leaving))
  return { typed, left: isStored() }
}

test.each(LEAVINGS)('typing writes nothing by itself, and %s loses no letter', async leaving => {
  const staff = await openTab()
  await fillFromLast(staff, library())
  const field = staff.page.locator(SHOWN).last().getByLabel('标题', { exact: true })
  const argument = [await field.elementHandle(), leaving] as [never, string]
  expect(await staff.page.evaluate(typeAndLeave, argument)).toEqual({ typed: false, left: true })
})

test('while a draft is typed, it is written at most once a second', async () => {
  const staff = await openTab()
  await fillFromLast(staff, library())
  await staff.page.locator(SHOWN).last().getByLabel('标题', { exact: true }).click()
  await staff.page.waitForTimeout(1_200)
  await staff.page.evaluate(() => {
    const written = { at: [] as number[] }
    Object.assign(window, { written })
    const original = Storage.prototype.setItem
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith('draft:')) written.at.push(performance.now())
      original.call(this, key, value)
    }
  })
  await staff.page.keyboard.type('abcdefghijklmnopqrstuvwxyz', { delay: 80 })
  await staff.page.waitForTimeout(1_500)
  const at = await staff.page.evaluate(() => (window as unknown as { written: { at: number[] } }).written.at)
  const pauses = at.slice(1).map((time, index) => time - at[index]!)
  expect(at.length).toBeGreaterThan(1)
  expect(Math.min(...pauses)).toBeGreaterThan(950)
})

// Last: they save a notice of the quarter that the others begin one of.
draftTests(openTab, library)
