import type { Page } from 'playwright-core'

/** Everything of a record that is read: rows, cells, figures, sums. */
const READ =
  '.li__line, .li__lead, .li__amount, .li__rest, .li__figure, .li__text, .grp, .cell, .total, .total__value, .figure__number, .fact__value, .sums__row, .sums__text, .fall__text'

/** What of the shown page is outside of it, cut off by a box around it, or scrolls inside it. */
export function sheetFaults(page: Page, root: string): Promise<string[]> {
  return page.evaluate(
    ({ root: shownRoot, read }) => {
      const shown = [...document.querySelectorAll(shownRoot)].at(-1) ?? document.body
      const named = (element: Element) => `${element.className}: ${element.textContent?.trim().slice(0, 40)}`
      const cutBy = (element: Element) => {
        const rect = element.getBoundingClientRect()
        for (let box = element.parentElement; box && box !== shown; box = box.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(box)
          if (overflowX === 'visible' && overflowY === 'visible') continue
          const limits = box.getBoundingClientRect()
          if (rect.bottom > limits.bottom + 1 || rect.right > limits.right + 1) return true
        }
        return false
      }
      const things = [...shown.querySelectorAll(read)].filter(
        element => element.getClientRects().length > 0 && !element.closest('.fold__kept'),
      )
      const outside = things.filter(element => {
        const { left, right } = element.getBoundingClientRect()
        return left < -0.5 || right > window.innerWidth + 0.5
      })
      const wider = things.filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') // prettier-ignore
      const scrollers = [...shown.querySelectorAll('.block *, .sheet, .compare *')].filter(element =>
        /(auto|scroll)/.test(`${getComputedStyle(element).overflowX} ${getComputedStyle(element).overflowY}`),
      )
      return [
        ...outside.map(element => `outside ${named(element)}`),
        ...wider.map(element => `too wide ${named(element)}`),
        ...things.filter(cutBy).map(element => `cut ${named(element)}`),
        ...scrollers.filter(({ tagName }) => !['INPUT', 'TEXTAREA'].includes(tagName)).map(element => `scrolls ${named(element)}`), // prettier-ignore
      ]
    },
    { root, read: READ },
  )
}
