import { wholeNumber } from '@shared/common/chineseNumerals'

const BULLETS = '●•·○◆◇■□▪▫◎★☆➢►▶◼◦‣⚫⬤∙\\uf06c\\uf0b7\\uf06e\\uf0d8'
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const CHINESE = '一二三四五六七八九十'

const BULLET = new RegExp(`[${BULLETS}]`, 'u')
const LEADING_MARKER = new RegExp(
  `^\\s*(?:[${BULLETS}]+|[${CIRCLED}]|[(（]\\s*(?:\\d{1,2}|[${CHINESE}]{1,3})\\s*[)）]|\\d{1,2}\\s*[.．、)）](?!\\d)|[${CHINESE}]{1,3}\\s*[、.．]|[-—–*](?=\\s*[\\u4e00-\\u9fa5]))\\s*`,
  'u',
)

/** Numbering styles: a pattern for the n-th number. */
const NUMBERINGS: readonly ((n: number) => RegExp)[] = [
  n => new RegExp(`(?<![\\d.〔第])${n}\\s*[.．、)）](?!\\d)`),
  n => new RegExp(`[(（]\\s*${n}\\s*[)）]`),
  n => new RegExp(CIRCLED.charAt(n - 1) || '(?!)'),
  n => new RegExp(`[(（]\\s*${wholeNumber(n)}\\s*[)）]`),
  n => new RegExp(`(?<![${CHINESE}第])${wholeNumber(n)}\\s*[、.．]`),
]

/** Removes the bullet or number at the start of a text. */
export const dropListMarker = (text: string): string => text.replace(LEADING_MARKER, '')

export const startsWithMarker = (text: string): boolean => LEADING_MARKER.test(text)

/** Splits a text at its bullets; undefined without any. */
export function splitBullets(text: string): string[] | undefined {
  if (!BULLET.test(text)) return undefined
  return text
    .split(new RegExp(`[${BULLETS}]+`, 'u'))
    .map(part => part.trim())
    .filter(part => part !== '')
}

function splitBy(text: string, marker: (n: number) => RegExp): string[] | undefined {
  const first = text.match(marker(1))
  if (first?.index === undefined || text.slice(0, first.index).trim() !== '') return undefined
  const parts: string[] = []
  let rest = text.slice(first.index + first[0].length)
  for (let n = 2; n <= 40; n++) {
    const next = rest.match(marker(n))
    if (next?.index === undefined) break
    parts.push(rest.slice(0, next.index))
    rest = rest.slice(next.index + next[0].length)
  }
  return [...parts, rest].map(part => part.trim()).filter(part => part !== '')
}

/** Splits a text numbered 1, 2, 3 … from its start; undefined otherwise. */
export function splitNumbered(text: string): string[] | undefined {
  for (const marker of NUMBERINGS) {
    const parts = splitBy(text, marker)
    if (parts) return parts
  }
  return undefined
}
