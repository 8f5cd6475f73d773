/** The shapes of a drawing, in points from its upper left corner. */
export type Shape =
  | {
      kind: 'box'
      x: number
      y: number
      width: number
      height: number
      radius: number
      fill: string
      line: string
    }
  | { kind: 'path'; points: readonly Point[]; line: string; dashed: boolean }
  | { kind: 'arrow'; tip: Point; to: 'down' | 'left'; fill: string }
  /** One line of text; `y` is its upper edge. */
  | { kind: 'text'; x: number; y: number; size: number; text: string; bold: boolean; fill: string }

export type Point = readonly [x: number, y: number]

export const INK = '#1a1d1f'
export const SOFT = '#565b60'
export const LINE = '#b8b2a6'
export const SHADE = '#f3f0ea'
export const PAPER = '#ffffff'

const WIDE =
  /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2026\u2014]/

/** Returns the width of a character relative to its size; never less than in the font. */
const widthOf = (letter: string): number => (WIDE.test(letter) || letter.length > 1 ? 1 : 0.62)

/** Returns the width of a line of text in points. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, letter) => width + widthOf(letter) * size, 0)

/** Characters that must not begin a line. */
const CLOSING = /^[，。；：、！？）”’》〉】,.;:!?)%]/u

/** Breaks a text into lines of at most `width` points; independent of fonts, so that every drawing breaks alike. */
export function linesWithin(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const letter of text) {
    const wide = widthOf(letter) * size
    if (used + wide > width && line !== '' && !CLOSING.test(letter)) {
      lines.push(line)
      line = ''
      used = 0
    }
    line += letter
    used += wide
  }
  return line === '' ? lines : [...lines, line]
}
