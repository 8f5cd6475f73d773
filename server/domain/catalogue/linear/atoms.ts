import { joinLayout, normaliseBlanks } from '../text'
import { linesOfColumns } from './columns'
import { splitHeader } from './headerRun'

/** One piece of a linearised table: a cell or a fragment of one. */
export interface Atom {
  text: string
  /** Line of the source, from 1. */
  line: number
}

/**
 * How a text separates its cells: `rows` one row per line with | or tabs; `stream` one cell between two |, over any
 * lines; `cells` one cell between blank lines; `lines` one cell or fragment per line; `blanks` cells between blanks.
 */
export type TextLayout = 'rows' | 'stream' | 'cells' | 'lines' | 'blanks'

/** A text as atoms; for `rows` also the atoms of each line. */
export interface AtomText {
  layout: TextLayout
  atoms: Atom[]
}

const RULE = /^[\s|:\-+—=]+$/

const separators = (line: string): number => (line.match(/[|｜¦\t]/g) ?? []).length

const HEADER_PART =
  /^(?:序号|序號|公[开開].{2,10}|[一二三]级.{0,4}|[一二三]級.{0,4}|事项|事項|类别|领域|全社会|特定.{0,2}|主动|依申请.{0,2})$/

/** Checks for a header line with whole words between blanks. */
const isBlankHeader = (line: string): boolean =>
  line
    .trim()
    .split(/ +/)
    .filter(part => HEADER_PART.test(part)).length >= 4

/** Checks that the lines between first and last cell line are nearly all cells: a table of rows within a page. */
function surroundsFew(lines: readonly string[]): boolean {
  const isRow = (line: string): boolean => separators(line) >= 4
  const own = lines.slice(lines.findIndex(isRow), lines.findLastIndex(isRow) + 1)
  const filled = own.filter(line => line.trim() !== '')
  return filled.filter(isRow).length >= filled.length * 0.6
}

function layoutOf(lines: readonly string[]): TextLayout {
  const filled = lines.filter(line => line.trim() !== '')
  const withMarks = filled.filter(line => separators(line) >= 1)
  const withMany = filled.filter(line => separators(line) >= 3)
  const isTableInPage = withMany.length >= 3 && surroundsFew(lines)
  if (isTableInPage) return 'rows'
  const piped = withMarks.length >= filled.length * 0.4 || withMarks.length >= 20
  if (piped) return withMany.length >= withMarks.length * 0.4 ? 'rows' : 'stream'
  const rowLines = filled.filter(line => /^\s*\d{1,3}(?: +\S+){5,}/.test(line))
  if (
    filled.some(line => isBlankHeader(line) || isSpacedHeader(line)) ||
    rowLines.length >= Math.max(2, filled.length * 0.5)
  ) {
    return 'blanks'
  }
  const blank = lines.filter((line, index) => line.trim() === '' && index > 0 && index < lines.length - 1)
  return blank.length >= filled.length * 0.4 ? 'cells' : 'lines'
}

/** Converts a Markdown cell's line breaks and marks to plain text. */
const withoutMarkup = (text: string): string =>
  text
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\*\*|__|&nbsp;/g, ' ')
    .replace(/^ +| +$/g, '')

/** Checks whether the lines of a piped table begin, or end, with a pipe that is a frame and borders no blank cell. */
const framed = (lines: readonly string[], edge: RegExp): boolean =>
  lines.filter(line => separators(line) > 0).every(line => edge.test(line))

function cellsOfLine(line: string, frame: { left: boolean; right: boolean }): string[] {
  const cells = line.split(/[|｜¦\t]/)
  if (frame.left && cells.length > 1) cells.shift()
  if (frame.right && cells.length > 1) cells.pop()
  return cells
}

const rowAtoms = (lines: readonly string[]): Atom[] => {
  const rows = lines.filter(line => !RULE.test(line))
  const frame = { left: framed(rows, /^\s*[|｜¦]/), right: framed(rows, /[|｜¦]\s*$/) }
  return lines.flatMap((line, index) => {
    if (line.trim() === '' || RULE.test(line)) return []
    return cellsOfLine(line, frame).map(text => ({ text: withoutMarkup(text).trim(), line: index + 1 }))
  })
}

/** Splits cells at marks; a cell may contain line breaks, an empty one is preserved. */
function streamAtoms(lines: readonly string[]): Atom[] {
  const atoms: Atom[] = []
  let text = ''
  let start = 1
  lines.forEach((line, index) => {
    const parts = line.split(/[|｜¦\t]/)
    parts.forEach((part, at) => {
      if (at > 0) {
        atoms.push({ text: text.trim(), line: start })
        text = ''
        start = index + 1
      }
      if (part.trim() === '') return
      if (text.trim() === '') start = index + 1
      text += (text === '' ? '' : '\n') + part
    })
  })
  atoms.push({ text: text.trim(), line: start })
  return atoms.slice(atoms[0]?.text === '' ? 1 : 0)
}

/** Splits paragraphs at blank lines. */
function cellAtoms(lines: readonly string[]): Atom[] {
  const atoms: Atom[] = []
  let open = false
  lines.forEach((line, index) => {
    const text = line.trim()
    const last = atoms.at(-1)
    if (text === '') open = false
    else if (open && last) last.text += `\n${text}`
    else {
      atoms.push({ text, line: index + 1 })
      open = true
    }
  })
  return atoms
}

const isOneCharacter = (text: string | undefined): boolean => /^[\u4e00-\u9fff]$/.test(text ?? '')

/** Joins a merged cell written vertically, 最低生活保障 with one character per line, of three or more characters. */
function joinDownwards(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = []
  for (let at = 0; at < atoms.length; at++) {
    let end = at
    while (isOneCharacter(atoms[end]?.text)) end++
    const run = atoms.slice(at, end)
    const atom = atoms[at] as Atom
    joined.push(run.length < 3 ? atom : { text: run.map(({ text }) => text).join(''), line: atom.line })
    if (run.length >= 3) at = end - 1
  }
  return joined
}

const lineAtoms = (lines: readonly string[]): Atom[] =>
  joinDownwards(
    lines.flatMap((line, index) => (line.trim() === '' ? [] : [{ text: line.trim(), line: index + 1 }])),
  )

/** Checks for header words spaced out by the layout, `序 号 公 开 事 项`: single characters. */
const isSpacedOut = (parts: readonly string[]): boolean => {
  const single = parts.filter(part => /^[\u4e00-\u9fff]$/.test(part))
  return single.length >= parts.length * 0.6 && new Set(single).size >= 6
}

/** Checks for a whole header line that is spaced out. */
const isSpacedHeader = (line: string): boolean => {
  const parts = line.trim().split(/ +/)
  return parts.length >= 20 && isSpacedOut(parts)
}

function blankParts(line: string): string[] {
  const parts = line
    .trim()
    .split(/ +/)
    .filter(text => text !== '')
  if (!isSpacedOut(parts)) return parts
  const wide = line.trim().split(/ {2,}/)
  return wide.length >= 4 ? wide.map(joinLayout) : splitHeader(parts.join(''))
}

const blankAtoms = (lines: readonly string[]): Atom[] =>
  lines.flatMap((line, index) => blankParts(line).map(text => ({ text, line: index + 1 })))

const READERS: Readonly<Record<TextLayout, (lines: readonly string[]) => Atom[]>> = {
  rows: rowAtoms,
  stream: streamAtoms,
  cells: cellAtoms,
  lines: lineAtoms,
  blanks: blankAtoms,
}

const BAR = /[│┃║]/
const FRAME = /^[\s─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╟╢┏┓┗┛┣┫┳┻╋┠┨│┃║]+$/u
const isFrame = (line: string): boolean => FRAME.test(line) && /[─━═┄┈]/.test(line)

/** Joins the lines of one row of a drawn table, cell by cell. */
const joinDrawn = (lines: readonly string[][]): string[] =>
  (lines[0] ?? []).map((_, column) => lines.map(cells => (cells[column] ?? '').trim()).join(''))

/** Reads a table drawn with ┌─┬─┐: the lines between two rules are one row, each cell over several lines. */
function withoutFrames(lines: readonly string[]): string[] {
  if (lines.filter(line => BAR.test(line)).length < 3 || !lines.some(isFrame)) return [...lines]
  const plain: string[] = []
  let row: { at: number; cells: string[][] } | undefined
  const end = (): void => {
    if (row) plain[row.at] = `|${joinDrawn(row.cells).join('|')}|`
    row = undefined
  }
  lines.forEach((line, index) => {
    plain.push('')
    if (isFrame(line) || !BAR.test(line)) end()
    if (isFrame(line)) return
    if (!BAR.test(line)) plain[index] = line
    else {
      row ??= { at: index, cells: [] }
      row.cells.push(
        line
          .trim()
          .replace(/^[│┃║]|[│┃║]$/g, '')
          .split(BAR),
      )
    }
  })
  end()
  return plain
}

/** Splits a text into atoms by its layout. */
export function readAtoms(text: string): AtomText {
  const drawn = withoutFrames(normaliseBlanks(text.replace(/\t/g, '|')).split('\n'))
  const lines = linesOfColumns(drawn) ?? drawn
  const layout = layoutOf(lines)
  return { layout, atoms: READERS[layout](lines) }
}

export const isBlankAtom = ({ text }: Atom): boolean => joinLayout(text) === ''
