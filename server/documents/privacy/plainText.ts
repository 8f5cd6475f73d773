import type { FileContext } from './context'
import { scanText, type Place, type PlacedFinding } from '@server/domain/privacy'
import { scanGrid } from './grid'
import { distinct, LineIndex, placed } from './place'

const CELLS = /\t|\s*[|｜]\s*|[ \u3000]{2,}/
const FEWEST_ROWS = 2

/** Returns blocks of lines that form a table: the same number of cells in every line, at least two. */
function tablesIn(lines: readonly string[]): { first: number; rows: string[][] }[] {
  const tables: { first: number; rows: string[][] }[] = []
  lines.forEach((line, index) => {
    const cells = line
      .trim()
      .split(CELLS)
      .map(cell => cell.trim())
    const last = tables.at(-1)
    if (last && last.first + last.rows.length === index && last.rows[0]?.length === cells.length) {
      last.rows.push(cells)
    } else if (cells.length > 1) tables.push({ first: index, rows: [cells] })
  })
  return tables.filter(({ rows }) => rows.length >= FEWEST_ROWS)
}

/** Scans a text as a whole, which finds numbers across line ends, and again by the columns of its tables. */
export function scanPlainText(text: string, base: Place = {}, context: FileContext = {}): PlacedFinding[] {
  const index = new LineIndex(text)
  const whole = scanText(text, context).map(finding =>
    placed(finding, { ...base, ...index.at(finding.start) }),
  )
  const told = new Set(whole.map(({ kind, text: words, place }) => `${kind} ${words} ${place.line}`))
  const byColumn = tablesIn(text.split('\n')).flatMap(({ first, rows }) =>
    scanGrid(rows, row => ({ ...base, line: first + row + 1 }), context),
  )
  const added = byColumn.filter(({ kind, text: words, place }) => !told.has(`${kind} ${words} ${place.line}`))
  return distinct([...whole, ...added])
}
