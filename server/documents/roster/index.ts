import { ROSTER_RULES } from '@shared/facts/people/residencyRules'
import { type Grid, type GridRow, textAt } from '@server/domain/catalogue/grid'
import type { Issue } from '@shared/contract/common'
import { DocumentError } from '../documentError'
import { readGrids } from '../readGrids'
import { type RosterCells, type RosterColumn, type RosterPersonRead, personOf } from './people'

export { nameOf, type RosterPersonRead } from './people'

/** A parsed roster 名册: valid people, and faults by row, up to a readable number. */
export interface RosterRead {
  people: RosterPersonRead[]
  issues: Issue[]
  warnings: Issue[]
}

const MOST_TOLD = 200

type Places = Partial<Record<RosterColumn, number>>

const COLUMNS = Object.keys(ROSTER_RULES.columns) as RosterColumn[]
const headerText = (text: string) => text.normalize('NFKC').replace(/[\s*:()（）]|必填|选填/g, '')

/** Returns the column of each meaning in a header row; the first matching words win. */
function placesIn(row: GridRow): Places {
  const texts = row.cells.map((_, column) => headerText(textAt(row, column)))
  const places: Places = {}
  for (const name of COLUMNS) {
    const words: readonly string[] = ROSTER_RULES.columns[name]
    const found = words.map(headerText).find(word => texts.includes(word))
    if (found !== undefined) places[name] = texts.indexOf(found)
  }
  return places
}

const COLUMN_NAMES: Readonly<Partial<Record<RosterColumn, string>>> = { name: '姓名', idTail: '身份证号' }

/**
 * Refuses two columns of the same header: one may be the head's of the household, and nobody may get another's number.
 * @throws DocumentError `ambiguous-columns`
 */
function refuseTwins(row: GridRow, places: Places): void {
  for (const [name, what] of Object.entries(COLUMN_NAMES) as [RosterColumn, string][]) {
    const at = places[name]!
    const header = headerText(textAt(row, at))
    const twin = row.cells.findIndex(
      (cell, column) => column > at && cell !== row.cells[at] && headerText(cell?.text ?? '') === header,
    )
    if (twin < 0) continue
    const words = `第 ${row.number} 行有两列“${textAt(row, at).trim()}”，分不清哪一列是本人的${what}`
    throw new DocumentError(
      'ambiguous-columns',
      `${words}：请一人一行，户主的那一列改成“户主姓名”“户主身份证号”，或者删掉`,
    )
  }
}

interface Table {
  sheet: string | undefined
  places: Places
  rows: readonly GridRow[]
}

/** Finds the table of people in a sheet; null if no header names both name and ID tail. */
function tableOf({ name, rows }: Grid): Table | null {
  for (const [index, row] of rows.slice(0, ROSTER_RULES.headerRows).entries()) {
    const places = placesIn(row)
    if (places.name !== undefined && places.idTail !== undefined) {
      refuseTwins(row, places)
      return { sheet: name, places, rows: rows.slice(index + 1) }
    }
  }
  return null
}

const cellsOf = (row: GridRow, places: Places): RosterCells => {
  const text = (name: RosterColumn) => (places[name] === undefined ? '' : textAt(row, places[name]))
  return { name: text('name'), idTail: text('idTail'), group: text('group'), phone: text('phone') }
}

/** Checks for 合计, 说明 and similar rows below the people, by their first cell. */
const isRemark = (row: GridRow, { idTail }: RosterCells) => {
  const first = row.cells.map(cell => cell?.text.trim() ?? '').find(text => text !== '') ?? ''
  return (
    idTail.trim() === '' &&
    /^(?:合\s*计|总计|共计|说明|备注|填表|制表|审核|注|单位|村委会|负责人)/.test(first)
  )
}
const isBlank = (cells: RosterCells) => Object.values(cells).every(text => text.trim() === '')

const describePlace = (sheet: string | undefined, row: number) =>
  sheet === undefined ? `第 ${row} 行` : `工作表“${sheet}”第 ${row} 行`

/** Reports two rows for one person: same name, same tail. */
function repeated(seen: Map<string, string>, person: RosterPersonRead, place: string): string | null {
  const key = `${person.name}\n${person.tail}`
  const before = seen.get(key)
  if (before === undefined) seen.set(key, place)
  return before ?? null
}

/**
 * Reads a roster 村民名册 from xlsx or csv: everybody, and every fault at once with row and sentence. Faults never
 * quote a cell.
 * @throws DocumentError for an unreadable file or one without such a table
 */
export async function readRoster(file: string, bytes: Buffer): Promise<RosterRead> {
  const grids = (await readGrids(file, bytes, '村民名册')).filter(grid => !grid.hidden)
  const tables = grids.map(tableOf).filter(table => table !== null)
  if (tables.length === 0) {
    throw new DocumentError('no-table', '没有找到名册的表头：至少要有“姓名”和“身份证后六位”两列')
  }
  const read: RosterRead = { people: [], issues: [], warnings: [] }
  const seen = new Map<string, string>()
  for (const table of tables) readTable(table, read, seen)
  if (read.people.length + read.issues.length === 0) {
    throw new DocumentError('empty-sheet', '找到了表头，但表里没有人')
  }
  if (read.people.length > ROSTER_RULES.maxPeople) {
    throw new DocumentError('too-large', `名册超过 ${ROSTER_RULES.maxPeople} 人，请核对是不是一个村的`)
  }
  const { people, issues, warnings } = read
  return { people, issues: issues.slice(0, MOST_TOLD), warnings: warnings.slice(0, MOST_TOLD) }
}

function readTable({ sheet, places, rows }: Table, read: RosterRead, seen: Map<string, string>): void {
  for (const row of rows) {
    const cells = cellsOf(row, places)
    if (isBlank(cells) || isRemark(row, cells)) continue
    const place = describePlace(sheet, row.number)
    const told = (code: string, message: string, field?: string): Issue => ({
      code,
      ...(field && { field }),
      row: row.number,
      message: `${place}：${message}`,
    })
    const result = personOf(cells)
    if ('issues' in result) {
      read.issues.push(...result.issues.map(({ code, field, message }) => told(code, message, field)))
      continue
    }
    const before = repeated(seen, result.person, place)
    if (before) read.issues.push(told('person-repeated', `与${before}是同一个人，只留一行。`))
    else read.people.push(result.person)
    if (result.person.tail.length === 4 && !before) {
      read.warnings.push(told('tail-short', '只有身份证后四位，同名的人可能分不清，最好填后六位。', 'idTail'))
    }
  }
}
