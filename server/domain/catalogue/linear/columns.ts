import { joinLayout } from '../text'

/** A piece of a line between wide gaps, with its starting display column. */
interface Piece {
  text: string
  at: number
}

const widthOf = (char: string): number =>
  /[\u1100-\u11ff\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60■□●○√☑☐“”‘’…—]/u.test(char) ? 2 : 1

/** Splits a line at gaps of two or more blanks. */
function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  let blanks = 2
  for (const char of line) {
    if (char === ' ') blanks++
    else if (blanks >= 2) pieces.push({ text: char, at })
    else (pieces.at(-1) as Piece).text += ' '.repeat(blanks) + char
    if (char !== ' ') blanks = 0
    at += widthOf(char)
  }
  return pieces
}

const isHeader = (pieces: readonly Piece[]): boolean => {
  const words = pieces.filter(({ text }) =>
    /^(?:序号|公开.{2,10}|事项.{0,2}|[一二三]级.{0,4}|类别|领域|咨询电话|备注)$/.test(joinLayout(text)),
  )
  return pieces.length >= 4 && words.length >= 4 && words.length >= pieces.length * 0.7
}

const NUMBER = /^\d{1,4}$/
/** Maximum difference of the starting display columns within one column. */
const TOLERANCE = 2

/** Finds the column starts from the pieces below the header; a header word may be centred. */
function startsOf(body: readonly Piece[][]): number[] {
  const places = [...new Set(body.flat().map(({ at }) => at))].sort((left, right) => left - right)
  return places.filter((place, index) => index === 0 || place - (places[index - 1] ?? 0) > TOLERANCE)
}

const columnOf = ({ at }: Piece, starts: readonly number[]): number =>
  starts.findLastIndex(start => start <= at)

interface Row {
  line: number
  cells: string[]
}

interface Line {
  line: number
  pieces: Piece[]
}

/** Returns the rows of a body whose pieces all fit the columns; undefined if a row does not begin with its number. */
function rowsOf(body: readonly Line[], starts: readonly number[]): Row[] | undefined {
  const rows: Row[] = []
  for (const { line, pieces } of body) {
    const [first] = pieces
    const isFirst = first !== undefined && columnOf(first, starts) === 0
    if (isFirst && !NUMBER.test(first.text)) return undefined
    if (isFirst) rows.push({ line, cells: starts.map(() => '') })
    const row = rows.at(-1)
    if (!row) return undefined
    for (const piece of pieces) {
      const column = columnOf(piece, starts)
      row.cells[column] = `${row.cells[column] ?? ''}${piece.text}`
    }
  }
  return rows
}

/**
 * Reads columns separated only by blanks, as a printed document has them; a cell may continue on the next line.
 * Returns lines of cells between pipes if there are as many columns as header words; otherwise undefined.
 */
export function linesOfColumns(lines: readonly string[]): string[] | undefined {
  const top = lines.findIndex(line => isHeader(piecesOf(line)))
  const header = top < 0 ? [] : piecesOf(lines[top] ?? '')
  if (joinLayout(header[0]?.text ?? '') !== '序号') return undefined
  const body = lines
    .map((text, line): Line => ({ line, pieces: line > top ? piecesOf(text) : [] }))
    .filter(({ pieces }) => pieces.length > 0)
  const starts = startsOf(body.map(({ pieces }) => pieces))
  const rows = starts.length === header.length ? rowsOf(body, starts) : undefined
  return rows && rows.length > 0 && body.length > rows.length ? asPipes(lines, top, header, rows) : undefined
}

const asPipes = (
  lines: readonly string[],
  top: number,
  header: readonly Piece[],
  rows: readonly Row[],
): string[] =>
  lines.map((line, index) => {
    if (index < top) return line
    if (index === top) return `|${header.map(({ text }) => text).join('|')}|`
    const row = rows.find(({ line: own }) => own === index)
    return row ? `|${row.cells.join('|')}|` : ''
  })
