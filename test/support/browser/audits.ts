import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { SHOWN } from './h5Visitor'

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

interface AxeWindow {
  axe: {
    run(
      root: Document,
      options: object,
    ): Promise<{
      violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
    }>
  }
}

async function axe(page: Page, options: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async options => {
    const { violations } = await (window as unknown as AxeWindow).axe.run(document, options)
    return violations.map(
      ({ id, help, nodes }) => `${id} (${help}) × ${nodes.length}: ${nodes[0]?.html.slice(0, 200)}`,
    )
  }, options)
}

/** Violations of every rule of axe-core on the whole document, each with the first element that breaks it. */
export const axeViolations = (page: Page): Promise<string[]> => axe(page, {})

/** What becomes of the current page when the phone goes dark: only its colours change, so only their rules are asked again. */
export async function axeViolationsByNight(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const faults = await axe(page, { runOnly: { type: 'tag', values: ['cat.color'] } })
  await page.emulateMedia({ colorScheme: 'light' })
  return faults.map(fault => `by night: ${fault}`)
}

/** Pressables that are smaller than `least` pixels in either direction or that have no name. */
export function poorPressables(page: Page, least: number): Promise<string[]> {
  return page.evaluate(
    ({ root, least }) => {
      const shown = [...document.querySelectorAll(root)].at(-1) ?? document.body
      const places =
        'button, a[href], [role=button], [role=link], [role=switch], [role=tab], input, select, textarea'
      const found = [...shown.querySelectorAll<HTMLElement>(places)].filter(
        element => element.getClientRects().length > 0 && element.getAttribute('aria-hidden') !== 'true',
      )
      return found.flatMap(element => {
        const { width, height } = element.getBoundingClientRect()
        const labels = (element as HTMLInputElement).labels
        const name =
          element.getAttribute('aria-label') || element.textContent?.trim() || labels?.[0]?.textContent
        const small = Math.round(width) < least || Math.round(height) < least
        const what = `${element.tagName.toLowerCase()} "${name ?? ''}" ${Math.round(width)}×${Math.round(height)}`
        return small || !name ? [what] : []
      })
    },
    { root: SHOWN, least },
  )
}

/** Texts that are cut off or that make the page wider than the screen. What scrolls by itself on purpose is left out. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(root => {
    const shown = [...document.querySelectorAll(root)].at(-1) ?? document.body
    const wide =
      document.documentElement.scrollWidth > window.innerWidth ? ['the page is wider than the screen'] : []
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/(auto|scroll)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    const texts = [...shown.querySelectorAll<HTMLElement>('*')].filter(
      element =>
        element.getClientRects().length > 0 &&
        [...element.childNodes].some(node => node.nodeType === 3 && node.textContent?.trim()) &&
        getComputedStyle(element).position !== 'absolute',
    )
    const cut = texts.filter(element => {
      const box = element.getBoundingClientRect()
      const beyond = box.right > window.innerWidth + 1 || box.left < -1
      const hides =
        getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1
      return (beyond || hides) && !scrolls(element.parentElement)
    })
    return [
      ...wide,
      ...cut.map(element => `${element.className}: ${element.textContent?.trim().slice(0, 40)}`),
    ]
  }, SHOWN)
}

/** Tables with something that is seen only after sliding them sideways. */
export function slidingTables(page: Page): Promise<string[]> {
  return page.evaluate(root => {
    const shown = [...document.querySelectorAll(root)].at(-1) ?? document.body
    return [...shown.querySelectorAll<HTMLElement>('.sheet')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(sheet => `“${sheet.getAttribute('aria-label')}” has to be slid`)
  }, SHOWN)
}
