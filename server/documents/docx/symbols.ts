/**
 * Boxes and ticks of Word's symbol fonts, by code point within the font. Source: Wingdings and Wingdings 2 character
 * tables; checkedOn 2026-11
 */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6e: '■',
  0x6f: '□',
  0x71: '□',
  0x72: '□',
  0x6c: '●',
  0xa1: '○',
  0xa7: '■',
  0xa8: '□',
  0xfb: '×',
  0xfc: '√',
  0xfd: '☒',
  0xfe: '☑',
}
const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x2a: '□',
  0x4f: '×',
  0x50: '√',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0xa2: '■',
  0xa3: '□',
}

const tableOf = (font: string): Readonly<Record<number, string>> | undefined => {
  if (/^wingdings 2$/i.test(font)) return WINGDINGS_2
  return /^wingdings$/i.test(font) ? WINGDINGS : undefined
}

/** Converts a symbol of a font to an ordinary character; undefined for other fonts. */
export const symbolOf = (font: string, code: number): string | undefined => tableOf(font)?.[code & 0xff]

/** Converts text in a symbol font to ordinary characters. */
export function textInFont(text: string, font: string): string {
  const table = tableOf(font)
  if (!table) return text
  return [...text].map(char => table[(char.codePointAt(0) ?? 0) & 0xff] ?? char).join('')
}
