import type { CatalogueRow, ParseWarning, Uncertainty } from '@shared/contract/catalogues/catalogue'
import { type Grid, type GridRow, ownCells } from '../grid'
import type { HeaderBlock } from '../header/block'
import type { Column, ColumnRole } from '../header/roles'
import { likeness } from '../likeness'
import { foreignDoubts, rowWarnings } from '../quality'
import { fold, joinLayout } from '../text'
import { buildRow } from './build'
import { type Carried, carryBlanks, losesMerge, nothingCarried, remember, resolveDitto } from './carry'
import { isShifted, realign } from './misplaced'
import { areaOfLine } from './areas'
import { headingOf, isSignatureRow, lineOfRow, saysNotInvolved, sectionOf } from './sections'
import { missingColumns, sharedDoubts, unknownDoubts, unnumberedDoubts } from './missing'
import { type LastItem, continuedDoubts, extended, extentOf, textsByColumn, unclearDoubts } from './extent'
import { type SourceCell, FIELD_NAMES, fieldOf } from './source'

/** The rows of one table and the areas, warnings and doubts found with them. */
export interface Body {
  rows: CatalogueRow[]
  areas: string[]
  warnings: ParseWarning[]
}

interface Progress extends Body {
  /** Doubts that apply to every row of the table. */
  tableDoubts: Uncertainty[]
  carried: Carried
  /** 领域 of the current rows. */
  area: string | undefined
  /** Class title row above, e.g. 制度类. */
  className: string | null
  /** Reason to doubt that the title row is the level above. */
  classDoubt: string | undefined
  /** Set inside notes, a contents list or the list of areas not involved. */
  skipping: Skipped | null
  mergesLost: boolean
  last: LastItem | undefined
}

function cellsOf(row: GridRow, rowIndex: number, columns: readonly Column[]): SourceCell[] {
  return columns.map(column => {
    const cell = row.cells[column.index]
    const across = cell && cell.colSpan > 1 ? spannedFields(columns, cell.column, cell.colSpan) : 1
    return {
      column,
      text: cell?.text ?? '',
      inherited: cell !== undefined && cell.row !== rowIndex,
      key: cell ? `${cell.row}:${cell.column}` : `${rowIndex}:${column.index}`,
      ...(across > 1 && joinLayout(cell?.text ?? '') !== '' && { doubt: '这一格横跨了几列，不知属于哪一列' }),
    }
  })
}

const columnPart = ({ role }: Column): string => {
  if (role.kind === 'path' || role.kind === 'class') return 'path'
  if (role.kind === 'audience-tick') return `audience ${role.scope}`
  if (role.kind === 'mode-tick') return `mode ${role.mode}`
  if (role.kind === 'level-tick') return `levels ${role.levels.join()}`
  return role.kind === 'channel' ? `channel ${role.name}` : role.kind
}

const spannedFields = (columns: readonly Column[], start: number, span: number): number =>
  new Set(columns.slice(start, start + span).map(columnPart)).size

/** Checks for the cells of an item: something besides the number and ticks. */
const holdsItem = (cells: readonly SourceCell[]): boolean =>
  cells.some(({ column, text, inherited }) => {
    const field = fieldOf(column)
    return (
      !inherited && field !== null && field !== 'displayNo' && field !== 'area' && joinLayout(text) !== ''
    )
  })

const lineWarning = (grid: Grid, row: GridRow, code: string, message: string): ParseWarning => ({
  row: row.number,
  ...(grid.name !== undefined && { sheet: grid.name }),
  code,
  message,
})

/** Reads a title row inside the table: area, class, note, or unrelated words. */
function readLine(progress: Progress, grid: Grid, row: GridRow, text: string): void {
  if (progress.skipping !== null && progress.skipping !== 'note') return
  const section = sectionOf(text)
  if (section.kind === 'area') {
    progress.areas.push(section.name)
    progress.area = section.name
    progress.carried = nothingCarried()
    progress.last = undefined
    progress.className = null
    progress.classDoubt = undefined
    progress.skipping = null
  } else if (section.kind === 'class') {
    startClass(progress, section.name)
  } else if (section.kind === 'other') {
    readOther(progress, grid, row, text)
  } else {
    progress.skipping = section.kind
    progress.warnings.push(lineWarning(grid, row, `section-${section.kind}`, SKIPPED[section.kind]))
  }
}

function startClass(progress: Progress, name: string, doubt?: string): void {
  progress.className = name
  progress.classDoubt = doubt
  progress.carried = nothingCarried()
  progress.last = undefined
}

function readOther(progress: Progress, grid: Grid, row: GridRow, text: string): void {
  const name = headingOf(text)
  if (name === undefined) {
    progress.warnings.push(lineWarning(grid, row, 'line-not-read', `表中有一行文字没有读入：“${text}”`))
    return
  }
  startClass(progress, name, `表中有一行只写着“${name}”，已作为下面各行的上一级，请核对`)
}

type Skipped = 'note' | 'not-involved' | 'contents' | 'other-table'

const SKIPPED: Readonly<Record<Skipped, string>> = {
  'other-table': '从这一行起是另一张表，不是公开目录，没有作为事项读入，请核对',
  note: '从这一行起是说明，没有作为事项读入',
  'not-involved': '从这一行起是不涉及的领域，没有作为事项读入',
  contents: '从这一行起是目次，没有作为事项读入',
}

/** Reads the areas that the column 领域 names in this row. */
function readAreaColumn(progress: Progress, cells: readonly SourceCell[]): void {
  const named = cells
    .filter(
      ({ column, text, inherited }) => column.role.kind === 'area' && !inherited && joinLayout(text) !== '',
    )
    .map(({ text }) => areaOfLine(text) ?? joinLayout(text))
  if (named.length > 0 && progress.area !== named[0]) progress.carried = nothingCarried()
  progress.areas.push(...named)
  progress.area = named.at(-1) ?? progress.area
}

function withClass(row: CatalogueRow, { className, classDoubt }: Progress): CatalogueRow {
  if (className === null) return row
  const doubts = classDoubt === undefined ? [] : [{ field: 'path', reason: classDoubt }]
  return {
    ...row,
    path: [className, ...row.path],
    inherited: [...new Set([...row.inherited, 'path'])],
    uncertain: [...row.uncertain, ...doubts],
  }
}

/** Builds the catalogue row of an item's cells, with its area, class and doubts. */
function itemOf(
  progress: Progress,
  place: Pick<CatalogueRow, 'row' | 'sheet'>,
  cells: SourceCell[],
): CatalogueRow {
  const built = buildRow({ ...place, cells, breaks: 'written' })
  const classed = withClass(built, progress)
  const item = progress.area === undefined ? classed : { ...classed, area: progress.area }
  return { ...item, uncertain: [...item.uncertain, ...foreignDoubts(item), ...progress.tableDoubts] }
}

/** Adds the entries of a later row to the last item. */
function continueItem(
  progress: Progress,
  last: LastItem,
  added: SourceCell[],
  doubt: string | undefined,
): void {
  const { row, sheet } = last.row
  const cells = extended(last.cells, added)
  const continued = [...last.continued, ...added.map(({ column }) => column.role.kind)]
  const item = itemOf(progress, { row, ...(sheet !== undefined && { sheet }) }, cells)
  const known = rowWarnings(last.row).map(({ message }) => message)
  progress.warnings.push(...rowWarnings(item).filter(({ message }) => !known.includes(message)))
  Object.assign(last.row, item, { uncertain: [...item.uncertain, ...continuedDoubts(continued, doubt)] })
  progress.last = { ...last, cells, continued }
}

function readItem(progress: Progress, grid: Grid, row: GridRow, source: SourceCell[]): void {
  const extent = extentOf(source, progress.last)
  if (row.hidden) {
    progress.warnings.push(lineWarning(grid, row, 'hidden-row', '这一行在表中是隐藏的，已读取，请核对'))
  }
  if (extent.kind === 'continues' && progress.last) {
    continueItem(progress, progress.last, extent.added, extent.doubt)
    return
  }
  readAreaColumn(progress, source)
  const isFirst = progress.carried.above === undefined
  const inPlace = isShifted(source) ? realign(source, isFirst) : source
  const ditto = inPlace.map(cell => resolveDitto(cell, progress.carried))
  const cells = carryBlanks(ditto, progress.carried, {
    keepsMerges: grid.keepsMerges,
    mergesLost: progress.mergesLost,
  })
  remember(progress.carried, cells)
  const item = itemOf(
    progress,
    { row: row.number, ...(grid.name !== undefined && { sheet: grid.name }) },
    cells,
  )
  item.uncertain.push(...unnumberedDoubts(cells, progress.carried))
  if (extent.kind === 'unclear') {
    item.uncertain.push(...unclearDoubts(source))
    progress.last?.row.uncertain.push(...unclearDoubts(source))
  }
  progress.rows.push(item)
  progress.warnings.push(...rowWarnings(item))
  progress.last = { row: item, cells, texts: textsByColumn(source), continued: [] }
}

const CHECKED: readonly ColumnRole['kind'][] = ['no', 'deadline', 'subjects', 'channels', 'mode', 'levels']

/** Header words of lists of people, money and goods. */
const OTHER_HEADER =
  /^(?:姓名|职务|职位|电话|手机|联系.{1,4}|性别|年龄|住址|金额|数量|单价|品名|规格|日期|备注|人员|序号|编号|.{0,4}名称|合计)$/

/** Checks for the start of another kind of table: after a gap in the sheet, a row that fits no column's header. */
function startsOtherTable(grid: Grid, index: number, cells: readonly SourceCell[]): boolean {
  const before = grid.rows[index - 1]
  const row = grid.rows[index]
  if (!row || !before || row.number - before.number < 2) return false
  const own = cells.filter(
    ({ column, text, inherited }) =>
      CHECKED.includes(column.role.kind) && !inherited && joinLayout(text) !== '',
  )
  const strange = own.filter(({ column, text }) => likeness(column.role.kind, text) < 0)
  const headed = ownCells(row, index).some(({ text }) => OTHER_HEADER.test(fold(text)))
  return headed && own.length >= 2 && strange.length === own.length
}

/** Checks for a row with only the area and “not involved”: `3 | 税收管理 | 本镇不涉及`. */
function namesNotInvolved(cells: readonly SourceCell[]): boolean {
  const own = cells.filter(
    ({ column, text, inherited }) =>
      !inherited && joinLayout(text) !== '' && column.role.kind !== 'no' && column.role.kind !== 'area',
  )
  const texts = new Set(own.map(({ text }) => joinLayout(text)))
  return (
    texts.size === 1 &&
    own.length < cells.length &&
    [...texts].every(text => text.length <= 20 && saysNotInvolved(text))
  )
}

/** Fewest fields of a row after a note that fit their columns: the items go on. */
const FITTING = 4

/** Checks for an item below a note; an example below 填表说明 has a number of the table again. */
function goesOnAfterNote({ carried }: Progress, cells: readonly SourceCell[]): boolean {
  const number = joinLayout(cells.find(({ column }) => column.role.kind === 'no')?.text ?? '')
  const fits = cells.filter(
    ({ column, text }) => joinLayout(text) !== '' && likeness(column.role.kind, text) > 0,
  )
  const fields = new Set(fits.map(({ column }) => fieldOf(column)))
  return !carried.byNumber.has(number) && fields.size >= FITTING && fits.some(({ inherited }) => !inherited)
}

const isEmptyRow = (row: GridRow): boolean => row.cells.every(cell => joinLayout(cell?.text ?? '') === '')

function readRow(progress: Progress, grid: Grid, index: number, columns: readonly Column[]): void {
  const row = grid.rows[index]
  if (!row || isEmptyRow(row)) return
  const line = lineOfRow(row, index, columns.length)
  if (line !== undefined && columns.length > 1) {
    readLine(progress, grid, row, line)
    return
  }
  const cells = cellsOf(row, index, columns)
  if (progress.skipping === 'note' && goesOnAfterNote(progress, cells)) progress.skipping = null
  if (progress.skipping !== null) return
  if (startsOtherTable(grid, index, cells)) {
    progress.skipping = 'other-table'
    progress.warnings.push(lineWarning(grid, row, 'section-other-table', SKIPPED['other-table']))
    return
  }
  if (namesNotInvolved(cells)) {
    progress.warnings.push(
      lineWarning(grid, row, 'section-not-involved', '这一行是不涉及的领域，没有作为事项读入'),
    )
  } else if (isSignatureRow(row, index)) {
    progress.warnings.push(lineWarning(grid, row, 'section-note', '这一行是落款或合计，没有作为事项读入'))
  } else if (holdsItem(cells)) readItem(progress, grid, row, cells)
  else progress.warnings.push(lineWarning(grid, row, 'empty-row', '这一行只有序号，没有内容'))
}

const showsLostMerges = (grid: Grid, header: HeaderBlock, end: number): boolean =>
  grid.rows
    .slice(header.end, end)
    .some((row, offset) => losesMerge(cellsOf(row, header.end + offset, header.columns)))

const isFilled = (grid: Grid, { index }: Pick<Column, 'index'>): boolean =>
  grid.rows.some(row => joinLayout(row.cells[index]?.text ?? '') !== '')

function columnWarnings(grid: Grid, columns: readonly Column[]): ParseWarning[] {
  return columns.flatMap(({ role, header, index }) => {
    if (role.kind !== 'unknown' || !isFilled(grid, { index })) return []
    const name = header.length > 0 ? `“${header.join('/')}”` : `第 ${index + 1} 列（没有表头）`
    return [
      {
        ...(grid.name !== undefined && { sheet: grid.name }),
        code: 'unknown-column',
        message: `不认识的列没有读入：${name}`,
      },
    ]
  })
}

const missingWarnings = (grid: Grid, columns: readonly Column[]): ParseWarning[] =>
  missingColumns(columns).map(field => ({
    ...(grid.name !== undefined && { sheet: grid.name }),
    field,
    code: 'column-missing',
    message: `表中没有“${FIELD_NAMES[field]}”一列`,
  }))

const HELD: readonly ColumnRole['kind'][] = ['elements', 'deadline', 'channels', 'subjects']

/** Returns which list without items the table is: areas with page numbers, or areas not involved with reasons. */
function listsNoItems(grid: Grid, { start, columns }: HeaderBlock): 'contents' | 'not-involved' | undefined {
  if (columns.some(({ header }) => /页码|页数|页次/.test(header.join('')))) return 'contents'
  if (columns.some(({ role }) => HELD.includes(role.kind))) return undefined
  const lines = [grid.name ?? '', ...grid.above.slice(-2)]
  const rows = grid.rows.slice(Math.max(0, start - 2), start)
  const told = [...lines, ...rows.map(({ cells }) => cells[0]?.text ?? '')].some(saysNotInvolved)
  const headed = columns.some(({ header }) => saysNotInvolved(header.join('')))
  const reasons =
    columns.some(({ role }) => role.kind === 'area') &&
    columns.some(({ header }) => /原因|理由/.test(header.join('')))
  return told || headed || reasons ? 'not-involved' : undefined
}

/** State that a table passes to its continuation under a repeated header. */
export interface Continuation {
  area: string | undefined
  carried: Carried
  className: string | null
  classDoubt: string | undefined
  last: LastItem | undefined
}

/** Returns the state before the first row of a body; a continued table was warned of before. */
const beginning = (
  grid: Grid,
  header: HeaderBlock,
  area: string | undefined,
  before: Continuation | undefined,
): Pick<Progress, 'tableDoubts' | 'warnings'> & Continuation => ({
  tableDoubts: [
    ...unknownDoubts(header.columns.filter(column => isFilled(grid, column))),
    ...sharedDoubts(header.columns),
  ],
  warnings: before ? [] : [...missingWarnings(grid, header.columns), ...columnWarnings(grid, header.columns)],
  ...(before
    ? { ...continuationOf(before), area: before.area ?? area }
    : { area, carried: nothingCarried(), className: null, classDoubt: undefined, last: undefined }),
})

const continuationOf = ({ area, carried, className, classDoubt, last }: Continuation): Continuation => ({
  area,
  carried,
  className,
  classDoubt,
  last,
})

/**
 * Reads the body of one table, from its header to `end`; `area` comes from above it, `before` continues the previous
 * table.
 */
export function readBody(
  grid: Grid,
  header: HeaderBlock,
  end: number,
  area: string | undefined,
  before?: Continuation,
): Body & { continuation: Continuation } {
  const progress: Progress = {
    ...beginning(grid, header, area, before),
    rows: [],
    areas: [],
    skipping: null,
    mergesLost: showsLostMerges(grid, header, end),
  }
  const headerRow = grid.rows[header.start]
  const unread = listsNoItems(grid, header)
  if (headerRow && unread) {
    progress.warnings = [lineWarning(grid, headerRow, `section-${unread}`, SKIPPED[unread])]
  } else {
    for (let index = header.end; index < end; index++) readRow(progress, grid, index, header.columns)
  }
  const { rows, areas, warnings } = progress
  return { rows, areas, warnings, continuation: continuationOf(progress) }
}
