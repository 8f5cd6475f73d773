import type { Page } from 'playwright-core'
import { SHOWN } from './h5Visitor'

/** The colour of styles/_tokens.scss that shows a state. */
const STATES = ['seal']

/**
 * States 状态 that a page shows by colour alone: letters, edges or backgrounds in a state's colour without a Chinese word next to
 * them. Who sees only grey must be able to read what the colour says.
 */
export function colourAlone(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ root, states }) => {
      const shown = [...document.querySelectorAll(root)].at(-1) ?? document.body
      const probe = shown.appendChild(document.createElement('i'))
      const colours = new Set(
        states.map(state => {
          probe.style.color = `var(--${state})`
          return getComputedStyle(probe).color
        }),
      )
      probe.remove()
      const tells = (element: Element) => {
        const { color, backgroundColor, borderLeftColor, borderLeftWidth, outlineColor, outlineStyle } =
          getComputedStyle(element)
        const parent = element.parentElement && getComputedStyle(element.parentElement)
        return (
          (colours.has(color) && color !== parent?.color) ||
          colours.has(backgroundColor) ||
          (colours.has(borderLeftColor) && parseFloat(borderLeftWidth) > 0) ||
          (colours.has(outlineColor) && outlineStyle !== 'none')
        )
      }
      const drawn = (element: Element) =>
        ['::before', '::after'].map(part => getComputedStyle(element, part).content).join('')
      const says = (element: Element) =>
        /\p{Script=Han}/u.test(
          `${element.textContent}${drawn(element)}${element.getAttribute('aria-label') ?? ''}`,
        )
      return [...shown.querySelectorAll('*')]
        .filter(element => element.getClientRects().length > 0 && tells(element) && !says(element))
        .map(element => `colour alone: ${element.outerHTML.slice(0, 120)}`)
    },
    { root: SHOWN, states: STATES },
  )
}
