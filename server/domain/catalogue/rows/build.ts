import type {
  Audience,
  CatalogueRow,
  Channel,
  Level,
  Mode,
  Uncertainty,
} from '@shared/contract/catalogues/catalogue'
import { audienceOfTicks, readAudience } from '../fields/audience'
import { readBasis } from '../fields/basis'
import { readChannels } from '../fields/channels'
import { readElements } from '../fields/elements'
import { isLevelText, readLevels, sortLevels } from '../fields/levels'
import { modeOfTicks, readMode } from '../fields/mode'
import { readSubjects } from '../fields/subjects'
import { isTickCell, readTick } from '../fields/ticks'
import { type ColumnRole, type RoleKind, TICK_KINDS } from '../header/roles'
import { looksLikeDeadline } from '../likeness'
import { garbleDoubt } from '../quality'
import { type Reading, doubtful, sure } from '../reading'
import { joinLayout } from '../text'
import { type FieldName, type SourceCell, type SourceRow, fieldOf } from './source'

type RoleOf<K extends RoleKind> = Extract<ColumnRole, { kind: K }>

/** Returns the cells under columns of one kind, with that kind's role. */
function of<K extends RoleKind>(cells: readonly SourceCell[], kind: K): (SourceCell & { role: RoleOf<K> })[] {
  const found: (SourceCell & { role: RoleOf<K> })[] = []
  for (const cell of cells) {
    const { role } = cell.column
    if (role.kind === kind) found.push({ ...cell, role: role as RoleOf<K> })
  }
  return found
}

const textOf = (cells: readonly SourceCell[], kind: RoleKind): string =>
  of(cells, kind)
    .map(({ text }) => text)
    .filter(text => text.trim() !== '')
    .join('\n')

const single = (cells: readonly SourceCell[], kind: RoleKind): string | null =>
  joinLayout(textOf(cells, kind)) || null

/** Sorts the path columns: 一级目录 before 一级事项 before 二级事项; by position if a header states no level. */
function orderedPath(cells: readonly SourceCell[]): SourceCell[] {
  const levels = of(cells, 'path')
  if (levels.some(({ role }) => role.level === null)) return levels
  return [...levels].sort((left, right) => {
    const rank = (role: RoleOf<'path'>): number => (role.level ?? 0) * 2 - (role.leads ? 1 : 0)
    const lead = (role: RoleOf<'path'>): number => (role.leads ? 0 : 100)
    const a = lead(left.role) + rank(left.role)
    const b = lead(right.role) + rank(right.role)
    return a - b || left.column.index - right.column.index
  })
}

/** Splits the levels in one cell at arrows, `综合业务→政策法规文件`; a dash may also be part of a name. */
function levelsWithin(text: string): Reading<string[]> {
  const byArrow = text.split(/[>＞→›»]+/).filter(part => part !== '')
  if (byArrow.length > 1) return sure(byArrow)
  const byDash = text.split(/[—–─]+/).filter(part => part !== '')
  return byDash.length > 1 ? doubtful(byDash, '按“—”分成了上下级，请核对') : sure([text])
}

function readPath(cells: readonly SourceCell[]): Reading<string[]> {
  const ordered = [...of(cells, 'class'), ...orderedPath(cells)]
  const seen = new Set<string>()
  const value: string[] = []
  let gap = false
  const doubts: string[] = []
  for (const cell of ordered) {
    const text = joinLayout(cell.text)
    if (text === '') gap = true
    else if (!seen.has(cell.key)) {
      if (gap && value.length === 0 && cell.column.role.kind === 'path') doubts.push('上一级事项是空白')
      const levels = levelsWithin(text)
      value.push(...levels.value)
      doubts.push(...levels.doubts)
    }
    seen.add(cell.key)
  }
  if (value.length === 0) doubts.push('没有读到公开事项的名称')
  return { value, doubts }
}

/** A header that defines ■ as 必选 and □ as 可选: an empty box then does not mean “not used”. */
const LEGEND = /[□○][^，,；;。)）]{0,6}(?:可选|选择|自选)|■[^，,；;。)）]{0,6}(?:必选|必须|应当)/

const legendDoubts = (cells: readonly SourceCell[], channels: readonly Channel[]): string[] => {
  const told = cells.some(
    ({ column }) => ['channels', 'channel'].includes(column.role.kind) && LEGEND.test(column.header.join('')),
  )
  const empty = channels.some(({ ticked }) => ticked === false)
  return told && empty ? ['表头写明■为必选、□为可选，□不等于不采用'] : []
}

/** Checks for a name in the column 其他(请注明), which counts as a tick with that name. */
const isNamed = (column: string, words: string): boolean =>
  /^其[他它]/.test(column) && /[\u4e00-\u9fff]{2,}/.test(words)

function readChannelColumns(cells: readonly SourceCell[]): Reading<Channel[]> {
  const inText = readChannels(textOf(cells, 'channels'))
  const columns = of(cells, 'channel')
  const doubts = [...inText.doubts]
  const value = columns.map(({ role, text }): Channel => {
    const tick = readTick(text)
    if (tick.doubt) doubts.push(`${role.name}：${tick.doubt}`)
    if (tick.ticked === null && isNamed(role.name, tick.words)) {
      return { name: `${role.name}：${tick.words}`, ticked: true }
    }
    if (tick.ticked === null && !tick.doubt) doubts.push(`${role.name}：勾选栏里的“${tick.words}”看不懂`)
    return { name: role.name, ticked: tick.ticked }
  })
  const channels = [...inText.value, ...value]
  return { value: channels, doubts: [...doubts, ...legendDoubts(cells, channels)] }
}

/** Returns a doubt for a filled column of a group whose header word is not understood, next to those that are. */
const strangeColumns = (cells: readonly SourceCell[], kind: RoleKind): string[] =>
  of(cells, kind)
    .filter(({ text }) => text.trim() !== '')
    .map(({ column }) => `表头“${column.header.join('/')}”看不懂，这一栏的勾选没有读入`)

function readAudienceColumns(cells: readonly SourceCell[]): Reading<Audience> {
  const ticks = of(cells, 'audience-tick')
  if (ticks.length > 0) {
    const read = audienceOfTicks(ticks.map(({ role, text }) => ({ scope: role.scope, tick: readTick(text) })))
    return { ...read, doubts: [...read.doubts, ...strangeColumns(cells, 'audience')] }
  }
  const texts = of(cells, 'audience').filter(({ text }) => text.trim() !== '')
  if (texts.some(({ text }) => isTickCell(text))) {
    return doubtful({ scope: null }, '表头没有写明勾选的是全社会还是特定群体')
  }
  return readAudience(texts.map(({ text }) => text).join('；'))
}

function readModeColumns(cells: readonly SourceCell[]): Reading<Mode | null> {
  const ticks = of(cells, 'mode-tick')
  if (ticks.length > 0) {
    const read = modeOfTicks(ticks.map(({ role, text }) => ({ mode: role.mode, tick: readTick(text) })))
    return { ...read, doubts: [...read.doubts, ...strangeColumns(cells, 'mode')] }
  }
  const texts = of(cells, 'mode').filter(({ text }) => text.trim() !== '')
  if (texts.some(({ text }) => isTickCell(text))) {
    return doubtful<Mode | null>(null, '表头没有写明勾选的是主动公开还是依申请公开')
  }
  return readMode(texts.map(({ text }) => text).join('；'))
}

function readLevelTicks(cells: readonly SourceCell[]): Reading<Level[]> {
  const doubts = strangeColumns(cells, 'levels')
  const levels = of(cells, 'level-tick').flatMap(({ role, text }) => {
    const tick = readTick(text)
    if (tick.doubt) doubts.push(tick.doubt)
    if (tick.ticked === null && isLevelText(tick.words)) return readLevels(tick.words).value
    if (tick.ticked === null && !tick.doubt) doubts.push(`勾选栏里的“${tick.words}”看不懂`)
    return tick.ticked === true ? role.levels : []
  })
  return { value: sortLevels(levels), doubts }
}

function readLevelColumns(cells: readonly SourceCell[]): Reading<Level[] | null> {
  if (of(cells, 'level-tick').length > 0) return readLevelTicks(cells)
  const texts = of(cells, 'levels')
  const filled = texts.filter(({ text }) => text.trim() !== '')
  if (texts.length === 0) return sure<Level[] | null>(null)
  if (filled.length === 0) {
    const doubts = texts.flatMap(({ column }) => column.doubt ?? [])
    return { value: null, doubts }
  }
  if (filled.some(({ text }) => isTickCell(text))) {
    return doubtful<Level[] | null>(null, '表头没有写明勾选的是哪一级')
  }
  return readLevels(filled.map(({ text }) => text).join('、'))
}

const doubtsOf = (field: FieldName, reasons: readonly (string | undefined)[]): Uncertainty[] =>
  reasons.flatMap(reason => (reason === undefined ? [] : [{ field, reason }]))

/** Doubts a date: a spreadsheet may have turned `1.2` or `3月31日前` into one. */
const dateDoubt = (text: string): string | undefined =>
  /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: [\d:]+)?$/.test(joinLayout(text))
    ? '单元格里是一个日期，可能是表格软件自动改成的'
    : undefined

function cellDoubts(cells: readonly SourceCell[]): Uncertainty[] {
  return cells.flatMap(({ column, text, doubt }) => {
    const field = fieldOf(column) === 'area' ? 'path' : fieldOf(column)
    if (field === null) return []
    const dated = field === 'deadline' || field === 'displayNo' ? dateDoubt(text) : undefined
    const headerDoubt = text.trim() === '' ? undefined : column.doubt
    return doubtsOf(field, [
      doubt,
      dated,
      headerDoubt,
      fieldOf(column) === 'area' ? undefined : garbleDoubt(text),
    ])
  })
}

const unique = (entries: readonly Uncertainty[]): Uncertainty[] => {
  const seen = new Set<string>()
  return entries.filter(({ field, reason }) => {
    const key = `${field} ${reason}`
    return seen.has(key) ? false : Boolean(seen.add(key))
  })
}

const inheritedFields = (cells: readonly SourceCell[]): string[] => {
  const fields = cells
    .filter(({ inherited, text }) => inherited && text.trim() !== '')
    .flatMap(({ column }) => fieldOf(column) ?? [])
  return [...new Set(fields)].filter(field => field !== 'area')
}

/** Returns a cell's words; a tick under its own heading is returned with that heading. */
const sourceWords = ({ column, text }: SourceCell): string =>
  TICK_KINDS.includes(column.role.kind) ? `${column.header.at(-1) ?? ''}：${text}` : text

/** Returns the cells' words by field, as in the source. */
function sourcesOf(cells: readonly SourceCell[]): Record<string, string> {
  const sources: Record<string, string> = {}
  for (const cell of cells) {
    const field = fieldOf(cell.column)
    if (field === null || cell.text.trim() === '') continue
    const before = sources[field]
    sources[field] = before === undefined ? sourceWords(cell) : `${before}\n${sourceWords(cell)}`
  }
  return sources
}

/** Doubts the deadline if no column has it and the contents mention a time. */
function deadlineWithin(cells: readonly SourceCell[]): Uncertainty[] {
  const text = textOf(cells, 'elements')
  if (of(cells, 'deadline').length > 0 || !looksLikeDeadline(text)) return []
  return [
    { field: 'elements', reason: '公开内容里像是写有公开时限，请核对' },
    { field: 'deadline', reason: '公开时限可能写在公开内容里，没有分出来' },
  ]
}

/** A cell with a dash or 无 means “none”. */
const NOTHING = /^(?:[/／\\—–－_-]+|[暂暫]?[无無])$/
const MAY_BE_NOTHING: readonly (FieldName | null)[] = [
  'path',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
]

function withoutStroke(cell: SourceCell): SourceCell {
  const isField = MAY_BE_NOTHING.includes(fieldOf(cell.column)) && cell.column.role.kind !== 'channel'
  if (!isField || !NOTHING.test(joinLayout(cell.text))) return cell
  return { ...cell, text: '', doubt: `写的是“${joinLayout(cell.text)}”，按没有内容读取` }
}

/** Reads every field of a row. Nothing is guessed: open questions are listed in `uncertain`. */
export function buildRow(source: SourceRow): CatalogueRow {
  const cells = source.cells.map(withoutStroke)
  const path = readPath(cells)
  const elements = readElements(textOf(cells, 'elements'), source.breaks)
  const basis = readBasis(textOf(cells, 'basis'))
  const subjects = readSubjects(textOf(cells, 'subjects'))
  const channels = readChannelColumns(cells)
  const audience = readAudienceColumns(cells)
  const mode = readModeColumns(cells)
  const levels = readLevelColumns(cells)
  return {
    row: source.row,
    ...(source.sheet !== undefined && { sheet: source.sheet }),
    displayNo: single(cells, 'no'),
    path: path.value,
    elements: elements.value,
    basis: basis.value,
    deadline: single(cells, 'deadline'),
    subjects: subjects.value,
    channels: channels.value,
    audience: audience.value,
    mode: mode.value,
    levels: levels.value,
    inherited: inheritedFields(cells),
    sources: sourcesOf(source.cells),
    uncertain: unique([
      ...cellDoubts(cells),
      ...deadlineWithin(cells),
      ...doubtsOf('path', path.doubts),
      ...doubtsOf('elements', elements.doubts),
      ...doubtsOf('basis', basis.doubts),
      ...doubtsOf('subjects', subjects.doubts),
      ...doubtsOf('channels', channels.doubts),
      ...doubtsOf('audience', audience.doubts),
      ...doubtsOf('mode', mode.doubts),
      ...doubtsOf('levels', levels.doubts),
    ]),
  }
}
