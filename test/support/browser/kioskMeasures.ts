import type { Page } from 'playwright-core'

interface Least {
  /** Font size in px, contrast, side of what is pressed in px. */
  text: number
  contrast: number
  target: number
}

/** Texts below the size or the contrast, and targets below the size or, in the bar, above the lower half. */
export const kioskFaults = (page: Page, least: Least): Promise<string[]> =>
  page.evaluate(({ text, contrast, target }) => {
    const part = (value: number) => {
      const share = value / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }
    const bright = (colour: string) => {
      const [r, g, b] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return 0.2126 * part(r!) + 0.7152 * part(g!) + 0.0722 * part(b!)
    }
    const behind = (one: Element | null): string => {
      if (!one) return 'rgb(255, 255, 255)'
      const colour = getComputedStyle(one).backgroundColor
      return /, 0\)$|transparent/.test(colour) ? behind(one.parentElement) : colour
    }
    const seen = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().width > 1
    const textFaults = (holder: Element, words: string): string[] => {
      const { fontSize, color } = getComputedStyle(holder)
      const [a, b] = [bright(color), bright(behind(holder))].sort((x, y) => y - x) as [number, number]
      const found = (a + 0.05) / (b + 0.05)
      return [
        ...(parseFloat(fontSize) < text ? [`${fontSize}: ${words}`] : []),
        ...(found < contrast ? [`${found.toFixed(2)}: ${words}`] : []),
      ]
    }
    const faults: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement: holder, textContent } = walker.currentNode
      const words = (textContent ?? '').trim()
      if (words !== '' && holder && seen(holder)) faults.push(...textFaults(holder, words))
    }
    for (const one of [...document.querySelectorAll('button,input,summary')].filter(seen)) {
      const { height, width } = one.getBoundingClientRect()
      if (Math.min(height, width) < target) faults.push(`${width} × ${height}: ${one.textContent}`)
    }
    for (const one of [...document.querySelectorAll('.bar button')].filter(seen)) {
      if (one.getBoundingClientRect().top < innerHeight / 2) faults.push(`high: ${one.textContent}`)
    }
    return faults
  }, least)
