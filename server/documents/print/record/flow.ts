import type { FONTS } from '../fonts'
import { useFont } from '../letters'
import type { Element } from '../tags'

export interface Face {
  size: number
  font: keyof typeof FONTS
}

/** Text of one element in one face; `gap`: blank before it in ems, `newLine`: it begins a line. */
export interface Run extends Face {
  text: string
  /** Null: decoration. */
  element: Element | null
  gap?: number
  newLine?: boolean
  /** Whole, and never parted from the beginning of the next run: as a label from its text. */
  sticky?: boolean
}

/** A piece of a run on a line; `x`: from the left edge, in points. */
export interface Fragment {
  run: Run
  text: string
  x: number
}

interface Token {
  run: Run
  text: string
  width: number
  /** Blank before it, unless it begins a line. */
  gap: number
}

const PER = 1_000
/** Sums of widths differ by rounding, in points. */
const ROUNDING = 0.01
const widths: { [Font in keyof typeof FONTS]: Map<string, number> } = {
  regular: new Map(),
  bold: new Map(),
  song: new Map(),
}

/** Width of a text in points, the same however it is cut. */
export function widthOf(doc: PDFKit.PDFDocument, text: string, { size, font }: Face): number {
  const known = widths[font]
  let width = 0
  for (const letter of text) {
    let one = known.get(letter)
    if (one === undefined) {
      one = useFont(doc, font).fontSize(PER).widthOfString(letter)
      known.set(letter, one)
    }
    width += one
  }
  return (width * size) / PER
}

/** Words and numbers stay whole; every other character may begin a line. */
const TOKENS = /[!-~]+|[^!-~]\p{M}*/gu
const CLOSING = /^[，。；：、！？）”’》〉】〕,.;:!?)%\s]/u
const OPENING = /[（“‘《〈【〔(]$/u

/** Cuts a word that no line can hold. */
function cut(doc: PDFKit.PDFDocument, text: string, face: Face, width: number): string[] {
  if (text.length < 2 || widthOf(doc, text, face) <= width + ROUNDING) return [text]
  const pieces: string[] = ['']
  for (const letter of text) {
    const last = pieces.length - 1
    const longer = `${pieces[last]}${letter}`
    if (pieces[last] !== '' && widthOf(doc, longer, face) > width) pieces.push(letter)
    else pieces[last] = longer
  }
  return pieces
}

function tokensOf(doc: PDFKit.PDFDocument, run: Run, text: string, width: number): Token[] {
  const words = run.sticky && widthOf(doc, text, run) <= width / 3 ? [text] : (text.match(TOKENS) ?? [])
  const pieces = words.flatMap(word => cut(doc, word, run, width))
  return pieces.map((piece, at) => ({
    run,
    text: piece,
    width: widthOf(doc, piece, run),
    gap: at === 0 ? (run.gap ?? 0) * run.size : 0,
  }))
}

/** Whether a line may not end before `next`. */
const parted = (last: Token, next: Token): boolean =>
  CLOSING.test(next.text) || OPENING.test(last.text) || (last.run.sticky === true && last.run !== next.run)

/** Moves from the end of a line what may not be parted from `next`; a line keeps at least one token. */
function carried(line: Token[], next: Token): Token[] {
  const moved = [next]
  while (line.length > 1 && parted(line.at(-1)!, moved[0]!)) {
    const last = line.pop()!
    moved.unshift(last)
    if (last.run.sticky) while (line.length > 1 && line.at(-1)!.run === last.run) moved.unshift(line.pop()!)
  }
  return moved
}

const used = (line: readonly Token[]): number =>
  line.reduce((sum, { width, gap }, at) => sum + width + (at === 0 ? 0 : gap), 0)

/** Joins the tokens of a line to one fragment per run. */
function fragmentsOf(line: readonly Token[]): Fragment[] {
  const fragments: Fragment[] = []
  let x = 0
  line.forEach(({ run, text, width, gap }, at) => {
    if (at > 0) x += gap
    const last = fragments.at(-1)
    if (last?.run === run) last.text += text
    else fragments.push({ run, text, x })
    x += width
  })
  return fragments
}

/** Breaks runs into lines of at most `width` points; every character stays, in order. */
export function flow(doc: PDFKit.PDFDocument, runs: readonly Run[], width: number): Fragment[][] {
  const lines: Token[][] = [[]]
  const put = (token: Token) => {
    const line = lines.at(-1)!
    if (line.length === 0 || used([...line, token]) <= width + ROUNDING) line.push(token)
    else lines.push(carried(line, token))
  }
  for (const run of runs) {
    run.text.split('\n').forEach((text, at) => {
      if ((at > 0 || run.newLine) && lines.at(-1)!.length > 0) lines.push([])
      for (const token of tokensOf(doc, run, text, width)) put(token)
    })
  }
  return lines.filter(line => line.length > 0).map(fragmentsOf)
}

/** Breaks a text into as few lines as `flow` does, and these of much the same length. */
export function balanced(doc: PDFKit.PDFDocument, run: Run, width: number): Fragment[][] {
  let lines = flow(doc, [run], width)
  if (lines.length < 2) return lines
  for (let narrow = width - run.size; narrow > width / 2; narrow -= run.size) {
    const tried = flow(doc, [run], narrow)
    if (tried.length > lines.length) break
    lines = tried
  }
  return lines
}
