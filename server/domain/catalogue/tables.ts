import type { ParseWarning } from '@shared/contract/catalogues/catalogue'
import { type Grid, textAt } from './grid'
import { type HeaderBlock, readHeader, repeatsHeader } from './header/block'
import type { RoleKind } from './header/roles'
import { likeness } from './likeness'
import { type Cards, readCards } from './cards'
import { rowWarnings } from './quality'
import { resolveColumns, sampleValues } from './header/resolve'
import { type Continuation, readBody } from './rows/body'
import { areaOfSheet, areaOfTitle } from './rows/areas'
import { type RecognisedTables, withoutOnlyArea } from './recognised'
import { withListStyle } from './rows/listStyle'
import { titleOf } from './rows/titles'
import { saysNotInvolved, sectionOf } from './rows/sections'
import { joinSideTables } from './side'
import { joinLayout } from './text'
import { turnedGrid } from './transposed'

const nothing = (): RecognisedTables => ({ title: null, areas: [], rows: [], warnings: [], tables: 0 })

/** Finds the header blocks of a grid, in order. */
function headersOf(grid: Grid): HeaderBlock[] {
  const headers: HeaderBlock[] = []
  let index = 0
  while (index < grid.rows.length) {
    const header = readHeader(grid, index)
    if (header) headers.push(header)
    index = header ? header.end : index + 1
  }
  return headers
}

const lineOf = (grid: Grid, index: number): string => {
  const row = grid.rows[index]
  if (!row) return ''
  const cells = [...new Set(row.cells)].map(cell => joinLayout(cell?.text ?? '')).filter(text => text !== '')
  return cells.length === 1 ? (cells[0] ?? '') : ''
}

const linesAbove = (grid: Grid, header: HeaderBlock): string[] =>
  [...grid.above, ...grid.rows.slice(0, header.start).map((_, index) => lineOf(grid, index))].filter(
    line => line !== '',
  )

function areaAbove(lines: readonly string[], title: string | null, grid: Grid): string | undefined {
  const ofTitle = title === null ? undefined : areaOfTitle(title)
  if (ofTitle !== undefined) return ofTitle
  const ofLine = lines.map(sectionOf).find(section => section.kind === 'area')
  return ofLine?.name ?? (grid.name === undefined ? undefined : areaOfSheet(grid.name))
}

function withResolvedColumns(grid: Grid, header: HeaderBlock, end: number): HeaderBlock {
  const body = grid.rows.slice(header.end, end)
  const columns = resolveColumns(header.columns, column =>
    sampleValues(body.map(row => textAt(row, column.index))),
  )
  return { ...header, columns }
}

function hiddenWarnings(grid: Grid): ParseWarning[] {
  const sheet = grid.name === undefined ? {} : { sheet: grid.name }
  const warnings: ParseWarning[] = []
  if (grid.hidden) {
    warnings.push({
      ...sheet,
      code: 'hidden-sheet',
      message: `工作表“${grid.name ?? ''}”是隐藏的，已一并读取，请核对`,
    })
  }
  if (grid.hiddenColumns.length > 0) {
    warnings.push({
      ...sheet,
      code: 'hidden-column',
      message: `有 ${grid.hiddenColumns.length} 个隐藏的列，已一并读取，请核对`,
    })
  }
  return warnings
}

/** The last table read, which a table without its own header may continue. */
interface Last {
  header: HeaderBlock
  continuation: Continuation
}

/** Checks whether a table without a header continues the previous one: a page break cut it in two. */
function goesOn(grid: Grid, last: Last | undefined): last is Last {
  if (!last || grid.name !== undefined) return false
  const row = grid.rows.find(line => filledAnchors(line, last.header) >= 2)
  if (!row) return false
  const width = Math.max(0, ...grid.rows.map(({ cells }) => cells.length))
  if (width !== last.header.columns.length || width < 3) return false
  const fits = last.header.columns.flatMap(({ role, index }) => {
    const text = textAt(row, index)
    return ANCHORS.includes(role.kind) && joinLayout(text) !== '' ? [likeness(role.kind, text) > 0] : []
  })
  return fits.length >= 2 && fits.every(Boolean)
}

const filledAnchors = (row: Grid['rows'][number], { columns }: HeaderBlock): number =>
  columns.filter(({ role, index }) => ANCHORS.includes(role.kind) && joinLayout(textAt(row, index)) !== '')
    .length

const ANCHORS: readonly RoleKind[] = ['no', 'deadline', 'subjects', 'channels', 'mode', 'levels']

const holdsTable = ({ rows }: Grid): boolean =>
  rows.filter(({ cells }) => new Set(cells.filter(cell => cell && joinLayout(cell.text) !== '')).size >= 3)
    .length >= 2

/** Describes a table without a catalogue header, by its words. */
function notRead(grid: Grid): ParseWarning {
  const top = [grid.name ?? '', ...grid.above.slice(-2), ...grid.rows.slice(0, 3).flatMap(textsOfRow)]
  const unread = top.some(saysNotInvolved)
    ? { code: 'section-not-involved', message: '这张表是不涉及的领域，没有作为事项读入' }
    : top.some(text => /^页(?:码|数|次)$/.test(joinLayout(text)))
      ? { code: 'section-contents', message: '这张表是目次，没有作为事项读入' }
      : { code: 'table-not-read', message: '这张表没有认出公开目录的表头，没有读入' }
  return { ...(grid.name !== undefined && { sheet: grid.name }), row: grid.rows[0]?.number, ...unread }
}

const textsOfRow = ({ cells }: Grid['rows'][number]): string[] => cells.map(cell => cell?.text ?? '')

/** Reads a grid without a header: the rest of the previous table, or no catalogue. */
function readWithoutHeader(grid: Grid, last: Last | undefined): Read {
  if (!goesOn(grid, last)) {
    return { found: { ...nothing(), warnings: holdsTable(grid) ? [notRead(grid)] : [] }, last: undefined }
  }
  const header = { ...last.header, start: 0, end: 0 }
  const { rows, areas, warnings, continuation } = readBody(
    grid,
    header,
    grid.rows.length,
    last.continuation.area,
    last.continuation,
  )
  const found = { title: null, areas, rows, warnings: [...hiddenWarnings(grid), ...warnings], tables: 1 }
  return { found, last: { header: last.header, continuation } }
}

interface Read {
  found: RecognisedTables
  last: Last | undefined
}

/** Returns the continuation if the next table of a document repeats the header after a page break. */
const continuesTable = (
  grid: Grid,
  first: HeaderBlock,
  area: string | undefined,
  before: Last | undefined,
): Continuation | undefined =>
  before && area === undefined && grid.name === undefined && repeatsHeader(before.header, first)
    ? before.continuation
    : undefined

const foundOnCards = (grid: Grid, { title, area, rows }: Cards): RecognisedTables => ({
  title,
  areas: area === undefined ? [] : [area],
  rows: rows.map(row => (area === undefined ? row : { ...row, area })),
  warnings: [...hiddenWarnings(grid), ...rows.flatMap(rowWarnings)],
  tables: 1,
})

const turnedWarning = (grid: Grid): ParseWarning => ({
  ...(grid.name !== undefined && { sheet: grid.name }),
  code: 'table-turned',
  message: '这张表的栏名在左边，一列是一项，已按列读取；“行”是原表的第几列，请核对',
})

const kindsOf = (header: HeaderBlock | undefined): number =>
  new Set(header?.columns.map(({ role }) => role.kind)).size

/** Reads a table on its side; undefined if the header row found says as much as the header column. */
function readSideways(grid: Grid, headers: readonly HeaderBlock[]): Read | undefined {
  const sideways = turnedGrid(grid)
  const turned = sideways ? headersOf(sideways) : []
  if (!sideways || kindsOf(turned[0]) <= kindsOf(headers[0])) return undefined
  const read = readHeaded(sideways, turned, undefined)
  return { ...read, found: { ...read.found, warnings: [turnedWarning(grid), ...read.found.warnings] } }
}

/** Reads every catalogue table of one grid. */
function readGrid(grid: Grid, before: Last | undefined): Read {
  const cards = readCards(grid)
  if (cards) return { found: foundOnCards(grid, cards), last: undefined }
  const headers = headersOf(grid)
  const sideways = readSideways(grid, headers)
  if (sideways) return sideways
  return headers.length > 0 ? readHeaded(grid, headers, before) : readWithoutHeader(grid, before)
}

function readHeaded(grid: Grid, headers: readonly HeaderBlock[], before: Last | undefined): Read {
  const first = headers[0] as HeaderBlock
  const above = linesAbove(grid, first)
  const title = titleOf(above)
  const area = areaAbove(above, title, grid)
  const result: RecognisedTables = {
    title,
    areas: area === undefined ? [] : [area],
    rows: [],
    warnings: hiddenWarnings(grid),
    tables: headers.length,
  }
  let continuation = continuesTable(grid, first, area, before)
  let last: Last | undefined
  headers.forEach((header, index) => {
    const end = headers[index + 1]?.start ?? grid.rows.length
    const previous = headers[index - 1]
    const repeated = index === 0 || (previous !== undefined && repeatsHeader(previous, header))
    const resolved = withResolvedColumns(grid, header, end)
    const body = readBody(
      grid,
      resolved,
      end,
      continuation?.area ?? area,
      repeated ? continuation : undefined,
    )
    continuation = body.continuation
    last = { header: resolved, continuation }
    result.rows.push(...withListStyle(body.rows))
    result.areas.push(...body.areas)
    result.warnings.push(...body.warnings)
  })
  return { found: result, last }
}

/** Reads every grid of a file into rows; grids without a catalogue header yield none. */
export function readTables(grids: readonly Grid[]): RecognisedTables {
  let last: Last | undefined
  const whole = joinSideTables(grids)
  /** A table about the page may come between the page's title and the first catalogue. */
  let above: string[] = []
  let isFirst = true
  const all = whole.grids.map(grid => {
    const read = readGrid({ ...grid, above: [...above, ...grid.above] }, last)
    isFirst &&= read.found.tables === 0
    above = isFirst ? [...above, ...grid.above] : []
    last = read.last
    return read.found
  })
  const areas = [...new Set(all.flatMap(table => table.areas))]
  const rows = all.flatMap(table => table.rows)
  return {
    title: all.find(({ title }) => title !== null)?.title ?? null,
    areas,
    rows: withoutOnlyArea(rows, areas),
    warnings: [...whole.warnings, ...all.flatMap(({ warnings }) => warnings)],
    tables: all.reduce((sum, { tables }) => sum + tables, 0),
  }
}
