const JOINS = /&|\b(?:CONCAT(?:ENATE)?|TEXTJOIN|_xlfn\.CONCAT|_xlfn\.TEXTJOIN)\(/i
const PIECE =
  /"((?:[^"]|"")*)"|\bCHAR\((\d{1,3})\)|\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?!\()|(?<![A-Za-z\d.])(\d+)/g
const MOST_PIECES = 400
const MOST_ROWS = 100

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Text of a cell; row as numbered in the sheet, column from 0. */
export type CellText = (row: number, column: number) => string

function range(cell: CellText, [from, first, to, last]: readonly [string, string, string, string]): string {
  const pieces: string[] = []
  const rows = Math.min(Number(last), Number(first) + MOST_ROWS)
  for (let row = Number(first); row <= rows; row += 1) {
    for (let column = columnOf(from); column <= columnOf(to) && pieces.length < MOST_PIECES; column += 1) {
      pieces.push(cell(row, column))
    }
  }
  return pieces.join('')
}

/**
 * Returns the words that a formula puts together from texts and cells, in its order; '' for a formula that joins
 * nothing. A spreadsheet program computes it again, whatever value is stored.
 */
export function joinedFormula(formula: string, cell: CellText): string {
  if (!JOINS.test(formula)) return ''
  return [...formula.matchAll(PIECE)]
    .slice(0, MOST_PIECES)
    .map(([, text, code, from, first, to, last, number]) => {
      if (text !== undefined) return text.replaceAll('""', '"')
      if (code) return String.fromCharCode(Number(code))
      if (from && first) return range(cell, [from, first, to ?? from, last ?? first])
      return number ?? ''
    })
    .join('')
}
