import {
  APPLICANT_CODES,
  APPLICANTS,
  type Applicant,
  DOCUMENT_KINDS,
  DOCUMENT_NAMES,
  type DisputeResult,
  type DocumentKind,
  OUTCOME_CODES,
  ROW_CODES,
  type Row,
  ROWS,
  TRACK_CODES,
  TRACKS,
  type Track,
} from './codes'
import type { ApplicationRecord, YearRecords } from './records'

type Column = Applicant | 'total'
const COLUMNS = [...APPLICANT_CODES, 'total'] as const
type Cells = Record<Column, number>

/** Tables 二, 三 and 四 of a year; every cell is there. */
export interface AnnualTables {
  year: number
  active: Record<DocumentKind, { made: number; repealed: number; inForce: number }> & {
    permits: number
    penalties: number
    coercions: number
    /** 万元 as an exact decimal without idle zeros. */
    feesWan: string
  }
  applications: Record<Row, Cells>
  disputes: Record<Track, Record<DisputeResult | 'pending' | 'total', number>>
  /** `carry:COLUMN`, `in-force:KIND`: does last year's report agree? Only for what it gives. */
  identities: Record<string, boolean>
}

/** First and last day of the year. */
interface Span {
  first: string
  last: string
}

const spanOf = (year: number): Span => ({ first: `${year}-01-01`, last: `${year}-12-31` })
const isIn = ({ first, last }: Span, day: string | null): boolean =>
  day !== null && first <= day && day <= last

const FEN_OF_WAN = 1_000_000n

/** Converts fen to 万元, exactly: 1234567 → `1.234567`, 0 → `0`. */
function wanOf(fen: number): string {
  const exact = BigInt(fen)
  const rest = String(exact % FEN_OF_WAN)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${exact / FEN_OF_WAN}${rest === '' ? '' : `.${rest}`}`
}

/** Rows that an application counts in: by day of receipt, by day of closing, by what is open at both ends of the year. */
function rowsOf({ received, closed, outcome }: ApplicationRecord, year: Span): Row[] {
  if (received > year.last || (closed !== null && closed < year.first)) return []
  const rows: Row[] = [received < year.first ? 'carried-in' : 'new']
  if (closed === null || closed > year.last) rows.push('carried-out')
  else if (outcome !== null) rows.push(outcome, 'total')
  return rows
}

const emptyCells = (): Cells => Object.fromEntries(COLUMNS.map(column => [column, 0])) as Cells

function countApplications(records: readonly ApplicationRecord[], year: Span): Record<Row, Cells> {
  const table = Object.fromEntries(ROW_CODES.map(row => [row, emptyCells()])) as Record<Row, Cells>
  for (const record of records) {
    for (const row of rowsOf(record, year)) {
      table[row][record.applicant]++
      table[row].total++
    }
  }
  return table
}

function countDocuments({ documents }: YearRecords, kind: DocumentKind, year: Span) {
  const own = documents.filter(one => one.kind === kind)
  return {
    made: own.filter(({ made }) => isIn(year, made)).length,
    repealed: own.filter(({ repealed }) => isIn(year, repealed)).length,
    inForce: own.filter(
      ({ made, repealed }) => made <= year.last && (repealed === null || repealed > year.last),
    ).length,
  }
}

function countDisputes({ disputes }: YearRecords, year: Span): AnnualTables['disputes'] {
  const table = Object.fromEntries(
    TRACK_CODES.map(track => [track, { upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 }]),
  ) as AnnualTables['disputes']
  for (const { track, filed, closed, result } of disputes) {
    if (filed > year.last || (closed !== null && closed < year.first)) continue
    table[track][isIn(year, closed) && result !== null ? result : 'pending']++
    table[track].total++
  }
  return table
}

function compared({ lastYear }: YearRecords, tables: Omit<AnnualTables, 'identities'>) {
  const { carriedOut = {}, inForce = {} } = lastYear ?? {}
  const identities: Record<string, boolean> = {}
  for (const column of COLUMNS) {
    const carried = carriedOut[column]
    if (carried === undefined) continue
    identities[`carry:${column}`] = carried === tables.applications['carried-in'][column]
  }
  for (const kind of DOCUMENT_KINDS) {
    const before = inForce[kind]
    if (before === undefined) continue
    const { made, repealed, inForce: now } = tables.active[kind]
    identities[`in-force:${kind}`] = before + made - repealed === now
  }
  return identities
}

/** Counts the tables of a year from its records: the only place where they are counted. */
export function countTables(records: YearRecords): AnnualTables {
  const year = spanOf(records.year)
  const tables = {
    year: records.year,
    active: {
      rule: countDocuments(records, 'rule', year),
      normative: countDocuments(records, 'normative', year),
      ...records.decisions,
      feesWan: wanOf(records.feesFen),
    },
    applications: countApplications(records.applications, year),
    disputes: countDisputes(records, year),
  }
  return { ...tables, identities: compared(records, tables) }
}

/** A sum of the tables that does not agree; `code` is stable. */
export interface TableFault {
  code: string
  message: string
}

const sumOf = (cells: Readonly<Cells>, columns: readonly Applicant[]): number =>
  columns.reduce((sum, column) => sum + cells[column], 0)

const COLUMN_NAMES: Readonly<Record<Column, string>> = { ...APPLICANTS, total: '总计' }

/** Words for last year's figure that does not agree. */
function identityWords(code: string): string {
  const [kind, name = ''] = code.split(':')
  return kind === 'carry'
    ? `表三“${COLUMN_NAMES[name as Column]}”一列：上年结转和上一年度报告的结转下年度不一致。`
    : `表二“${DOCUMENT_NAMES[name as DocumentKind]}”：上年有效数加本年制发、减本年废止，不等于现行有效件数。`
}

/** Returns every identity that printed tables break: sums of columns and rows, flow of the year, last year's figures. */
export function tableFaults({ applications, disputes, identities }: AnnualTables): TableFault[] {
  const faults: TableFault[] = []
  const check = (holds: boolean, code: string, message: string) => {
    if (!holds) faults.push({ code, message })
  }
  for (const column of COLUMNS) {
    const at = (row: Row): number => applications[row][column]
    const results = OUTCOME_CODES.reduce((sum, outcome) => sum + at(outcome), 0)
    const name = `表三“${COLUMN_NAMES[column]}”一列`
    check(results === at('total'), `sum:${column}`, `${name}：（七）总计不等于各项办理结果之和。`)
    check(
      at('new') + at('carried-in') === at('total') + at('carried-out'),
      `flow:${column}`,
      `${name}：本年新收加上年结转，不等于总计加结转下年度。`,
    )
  }
  for (const row of ROW_CODES) {
    const cells = applications[row]
    const holds = sumOf(cells, APPLICANT_CODES) === cells.total
    check(holds, `columns:${row}`, `表三“${ROWS[row]}”一行：总计不等于六列之和。`)
  }
  for (const track of TRACK_CODES) {
    const { total, ...parts } = disputes[track]
    const sum = Object.values(parts).reduce((all, n) => all + n, 0)
    check(sum === total, `disputes:${track}`, `表四“${TRACKS[track]}”：总计不等于各项之和。`)
  }
  for (const [code, holds] of Object.entries(identities)) check(holds, code, identityWords(code))
  return faults
}
