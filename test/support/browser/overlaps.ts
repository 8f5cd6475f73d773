import type { Page } from 'playwright-core'
import { SHOWN } from './h5Visitor'

/** Texts of the shown page that overlap by more than hairs; what floats over the page by design is left out. */
export function overlappingTexts(page: Page): Promise<string[]> {
  return page.evaluate(root => {
    const shown = [...document.querySelectorAll(root)].at(-1) ?? document.body
    const floats = (element: Element | null): boolean =>
      element !== null &&
      (['fixed', 'sticky', 'absolute'].includes(getComputedStyle(element).position) ||
        floats(element.parentElement))
    /** Only what the boxes around it let through can be seen. */
    const visible = (element: Element, rect: DOMRect) => {
      let { left, right, top, bottom } = rect
      for (let box: Element | null = element; box; box = box.parentElement) {
        if (getComputedStyle(box).overflowX === 'visible') continue
        const limits = box.getBoundingClientRect()
        left = Math.max(left, limits.left)
        right = Math.min(right, limits.right)
        top = Math.max(top, limits.top)
        bottom = Math.min(bottom, limits.bottom)
      }
      return { left, right, top, bottom }
    }
    const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
    const pieces: { node: Node; text: string; left: number; right: number; top: number; bottom: number }[] =
      []
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement
      if (!node.textContent?.trim() || !parent || floats(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const rect of range.getClientRects()) {
        pieces.push({ node, text: node.textContent.trim().slice(0, 30), ...visible(parent, rect) })
      }
    }
    pieces.sort((one, other) => one.top - other.top)
    const HAIR = 3
    return pieces.flatMap((one, index) => {
      const faults: string[] = []
      for (let next = index + 1; next < pieces.length; next += 1) {
        const other = pieces[next]
        if (!other || other.top >= one.bottom - HAIR) break
        if (one.node === other.node) continue
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - other.top
        if (across > HAIR && down > HAIR) faults.push(`"${one.text}" lies over "${other.text}"`)
      }
      return faults
    })
  }, SHOWN)
}

const WIDTHS = [320, 375, 600, 1280]

/** The same on a narrow phone, a usual one, a tablet and a desk; the page keeps its width. */
export async function overlapsAtAnyWidth(page: Page): Promise<string[]> {
  const own = page.viewportSize()
  const faults: string[] = []
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    faults.push(...(await overlappingTexts(page)).map(fault => `${width}: ${fault}`))
  }
  if (own) await page.setViewportSize(own)
  return faults
}

/** Text that is put over another text, for proving that the audit can fail. */
export async function spoil(page: Page): Promise<void> {
  await page.addStyleTag({ content: `${SHOWN} h1, ${SHOWN} h2 { margin-bottom: -1.2em !important; }` })
}
