import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import { detectBankCards } from './detectors/cards'
import { fieldRuleOf } from './columns'
import { maskValue } from './mask'
import { isNameInText, namesInCell } from './detectors/names'
import { CELL_BREAK } from './detectors/digits'
import { prepareText } from './detectors/normalize'
import { detectDisabilityCards, detectResidentIds, readId18, yearsBetween } from './detectors/residentId'
import { bestOf, scanText, systemToday } from './scanText'
import type { Finding, Hit, ScanContext } from './types'

/** A finding in a table: row and column count from 0; offsets are within the cell's text. */
export interface TableFinding extends Finding {
  row: number
  column: number
}

/** A number split over cells: in one row, or in one column over two rows. */
export interface CutNumber extends TableFinding {
  lastRow: number
  lastColumn: number
}

type Row = readonly string[]

const ACROSS_CELLS = [detectDisabilityCards, detectResidentIds, detectBankCards]
const PROVED = 65

const cellAt = (row: Row, offset: number): number => {
  let passed = 0
  for (let column = 0; column < row.length; column += 1) {
    passed += (row[column]?.length ?? 0) + 1
    if (offset < passed) return column
  }
  return row.length - 1
}

const asFinding = <At extends { row: number; column: number }>(hit: Hit, text: string, at: At) => ({
  kind: hit.kind,
  severity: hit.severity,
  start: 0,
  end: text.length,
  text,
  mask: maskValue(hit.kind, hit.value ?? text),
  ...at,
})

/** Finds numbers split over several cells of one row, as in forms with a box per digit. */
function acrossRow(row: Row, index: number, today: string): CutNumber[] {
  const joined = row.join(CELL_BREAK)
  if (!/\d\u001f\d/.test(joined)) return []
  const scan = prepareText(joined)
  const hits = bestOf(ACROSS_CELLS.flatMap(detect => detect(scan, { today })))
  return hits
    .filter(hit => scan.text.slice(hit.start, hit.end).includes(CELL_BREAK))
    .filter(hit => hit.severity === 'block' && (hit.certainty ?? 0) >= PROVED)
    .map(hit => {
      const text = scan.text.slice(hit.start, hit.end).replaceAll(CELL_BREAK, '')
      const at = (offset: number) => cellAt(row, scan.origin[offset] ?? 0)
      return asFinding(hit, text, {
        row: index,
        column: at(hit.start),
        lastRow: index,
        lastColumn: at(hit.end - 1),
      })
    })
}

/** Finds ID numbers split over two vertically adjacent cells. */
function downColumns(rows: readonly Row[], today: string): CutNumber[] {
  return rows.flatMap((row, index) =>
    row.flatMap((cell, column) => {
      const text = `${cell}${rows[index + 1]?.[column] ?? ''}`.trim()
      if (text.length !== 18 || cell.length === 18 || !/^\d+$/.test(cell)) return []
      const facts = readId18(text.toUpperCase(), today)
      if (!facts?.checksum || !facts.birth || facts.area !== 'known') return []
      const hit: Hit = { kind: 'resident-id', severity: 'block', start: 0, end: 18, value: text }
      return [asFinding(hit, text, { row: index, column, lastRow: index + 1, lastColumn: column })]
    }),
  )
}

/** Finds numbers that no single cell contains 拆在几个格子里的号码. */
export const cutNumbers = (rows: readonly Row[], today: string): CutNumber[] => [
  ...rows.flatMap((row, index) => acrossRow(row, index, today)),
  ...downColumns(rows, today),
]

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
    const hit: Hit = { kind: 'minor', severity: 'review', start: person.start, end: person.end }
    return [
      { ...asFinding(hit, person.text, { row: index, column: name }), start: person.start, end: person.end },
    ]
  })
}

const FEWEST_NAMES = 2
const MOSTLY = 0.6

/** Treats an unnamed column as a name column 姓名栏 if nearly all its cells are full names. */
function withNameColumns(columns: Row, rows: readonly Row[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), columns.length)
  return Array.from({ length: width }, (_, column) => {
    const label = columns[column] ?? ''
    if (fieldRuleOf(label)) return label
    const cells = rows.map(row => (row[column] ?? '').trim()).filter(cell => cell !== '')
    const names = cells.filter(cell => isNameInText(cell.replace(/\s/g, ''))).length
    return names >= FEWEST_NAMES && names >= cells.length * MOSTLY ? '姓名' : label
  })
}

/** Scans a table for personal data: each cell under its column name, and numbers split over cells. */
export function scanTable(named: Row, rows: readonly Row[], context: ScanContext = {}): TableFinding[] {
  const today = context.today ?? systemToday()
  const columns = withNameColumns(named, rows)
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
