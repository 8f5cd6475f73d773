import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { fieldRuleOf } from './columns'
import { cutNumbers } from './cutNumbers'
import { maskValue } from './mask'
import { isListedName, isNameInText, namesInCell } from './detectors/names'
import { yearsBetween } from './detectors/residentId'
import { scanText, systemToday } from './scanText'
import type { KnownNames } from './knownNames'
import type { Finding, ScanContext } from './types'

/** A finding in a table: row and column count from 0; offsets are within the cell's text. */
export interface TableFinding extends Finding {
  row: number
  column: number
}

type Row = readonly string[]

const BIRTH = /^((?:19|20)\d{2})[年./-]?(\d{1,2})(?:[月./-]?(\d{1,2}))?/
const DAY_MS = 86_400_000
/** Day 0 of a workbook's dates, 1899-12-30. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30)

function ageFrom(kind: 'age' | 'birth-date', value: string, today: string): number | null {
  const words = value.trim()
  if (kind === 'age') return /^\d{1,3}(?:周?岁)?$/.test(words) ? Number.parseInt(words, 10) : null
  if (/^[1-9]\d{4}$/.test(words)) {
    return yearsBetween(new Date(SHEET_EPOCH + Number(words) * DAY_MS).toISOString().slice(0, 10), today)
  }
  const [, year, month, day = '1'] = BIRTH.exec(words) ?? []
  return year && month
    ? yearsBetween(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, today)
    : null
}

/** Finds rows that name a person under eighteen. */
function minorsIn(columns: Row, rows: readonly Row[], today: string): TableFinding[] {
  const rules = columns.map(label => fieldRuleOf(label)?.kind ?? null)
  const name = rules.indexOf('person-name')
  const dated = rules.findIndex(kind => kind === 'age' || kind === 'birth-date')
  if (name < 0 || dated < 0) return []
  const kind = rules[dated] === 'age' ? 'age' : 'birth-date'
  return rows.flatMap((row, index) => {
    const age = ageFrom(kind, row[dated] ?? '', today)
    const [person] = namesInCell(row[name] ?? '')
    if (age === null || age < 0 || age >= FIELD_POLICY.adultAge || !person) return []
    const { start, end, text } = person
    const mask = maskValue('minor', text)
    return [{ kind: 'minor', severity: 'review', start, end, text, mask, row: index, column: name }]
  })
}

const FEWEST_NAMES = 2
const MOSTLY = 0.6

/** Treats an unnamed column as a name column 姓名栏 if nearly all its cells are full names. */
function withNameColumns(columns: Row, rows: readonly Row[], names?: KnownNames): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), columns.length)
  return Array.from({ length: width }, (_, column) => {
    const label = columns[column] ?? ''
    if (fieldRuleOf(label)) return label
    const cells = rows.map(row => (row[column] ?? '').trim()).filter(cell => cell !== '')
    const isName = (cell: string) => isNameInText(cell) || (isListedName(cell) && names?.isPerson(cell))
    const named = cells.filter(cell => isName(cell.replace(/\s/g, ''))).length
    return named >= FEWEST_NAMES && named >= cells.length * MOSTLY ? '姓名' : label
  })
}

/** Scans a table for personal data: each cell under its column name, and numbers split over cells. */
export function scanTable(named: Row, rows: readonly Row[], context: ScanContext = {}): TableFinding[] {
  const today = context.today ?? systemToday()
  const columns = withNameColumns(named, rows, context.names)
  const inCells = rows.flatMap((row, index) =>
    row.flatMap((cell, column) =>
      cell === ''
        ? []
        : scanText(cell, { ...context, today, label: columns[column] || context.label }).map(finding => ({
            ...finding,
            row: index,
            column,
          })),
    ),
  )
  const cut = cutNumbers(rows, today).map(({ lastRow: _row, lastColumn: _column, ...finding }) => finding)
  return [...inCells, ...cut, ...minorsIn(columns, rows, today)].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  )
}
