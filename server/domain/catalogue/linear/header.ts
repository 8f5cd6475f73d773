import { classifyWords } from '../header/classify'
import { type Column, type ColumnRole, type RoleKind, GROUP_KINDS, TICK_KINDS } from '../header/roles'
import { isNumberText } from '../likeness'
import { bracketsBalance, fold, joinLayout } from '../text'
import { NATIONAL_CHANNELS } from '../vocabulary/channels'
import type { Atom } from './atoms'

/** A header in a row of atoms: `start` to `end` (exclusive). */
export interface LinearHeader {
  start: number
  end: number
  columns: Column[]
}

interface HeaderWord {
  text: string
  role: ColumnRole
}

const LONGEST = 20
const MAIN: readonly RoleKind[] = [
  'no',
  'path',
  'class',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
  'area',
]

const CHANNEL_COLUMNS = NATIONAL_CHANNELS.map(fold)

const roleOf = (text: string): ColumnRole | undefined => {
  const folded = fold(text).replace(/[([（].*$/, '')
  if (folded === '' || folded.length > LONGEST) return undefined
  if (CHANNEL_COLUMNS.includes(fold(text))) return { kind: 'channel', name: joinLayout(text) }
  const { role } = classifyWords(text)
  return role.kind === 'unknown' ? undefined : role
}

/** 村务公开目录 is a title; 公开目录 and 一级目录 are columns. */
const TITLE = /^(?!公开|[一二三四]级).{2,}(?:目录|清单|一览表)$/

/**
 * Checks for a plain header word such as 公开事项, not a sentence, an item that contains one, or a label with its
 * value.
 */
const isHeaderWord = (text: string): boolean => {
  const folded = fold(text).replace(/[([（].*$/, '')
  const role = roleOf(text)
  if (!role || (role.kind === 'extra' && !/电话$|^备注$/.test(folded))) return false
  if (role.kind === 'channel') return true
  if (/:./.test(folded)) return false
  if (TITLE.test(folded)) return false
  if (TICK_KINDS.includes(role.kind)) return folded.length <= 8
  return (
    /^公?[开升]|^[一二三四]级|^序号?$|^编号$|^领域$|^(?:事项|目录|项目)?(?:类别|分类|类型|名称)$|公开|^(?:责任)?主体$|^层级$|^类$|^(?:时限|期限|时间|(?:政策)?依据|对象|渠道|载体|方式|属性|内容|要素|内容要素|事项|项目|备注)$|电话$/.test(
      folded,
    ) && folded.length <= 14
  )
}

/**
 * Checks for a word that can begin a header; tick words, 全社会 / 主动 / 县级, may also end the row above, so they
 * are excluded.
 */
const beginsHeader = (text: string): boolean =>
  isHeaderWord(text) && !TICK_KINDS.some(kind => kind === roleOf(text)?.kind)

/** Finds the start of a header: three consecutive header words, with 公开事项 or 公开内容 among the next ten. */
export function findHeader(atoms: readonly Atom[], from: number): number {
  for (let index = from; index < atoms.length; index++) {
    const window = filledAfter(atoms, index, 24)
    if (!window[0] || !beginsHeader(window[0])) continue
    const kinds = new Set(window.filter(isHeaderWord).map(text => roleOf(text)?.kind))
    const main = [...kinds].filter(kind => kind !== undefined && MAIN.includes(kind))
    if (main.length >= 4 && (kinds.has('path') || kinds.has('elements'))) return index
  }
  return -1
}

const filledAfter = (atoms: readonly Atom[], index: number, count: number): string[] =>
  atoms
    .slice(index, index + count)
    .map(({ text }) => joinLayout(text))
    .filter(text => text !== '')

const textFrom = (atoms: readonly Atom[], index: number, count: number): string =>
  joinLayout(
    atoms
      .slice(index, index + count)
      .map(({ text }) => text)
      .join(''),
  )

const OPEN_END = /[和及与、（(]$/

/** Returns how many atoms form one header word: a word cut by a line break is joined with the next atom. */
function wordLength(atoms: readonly Atom[], index: number): number {
  const first = textFrom(atoms, index, 1)
  const next = textFrom(atoms, index + 1, 1)
  const whole = roleOf(first) !== undefined && !OPEN_END.test(first) && bracketsBalance(first)
  if (whole && (next.length > 3 || roleOf(next) !== undefined || isNumberText(next))) return 1
  const longer = [2, 3].find(count => isHeaderWord(textFrom(atoms, index, count)))
  if (whole) return longer === 2 && editsToKnown(first) ? 2 : 1
  return longer ?? (roleOf(first) ? 1 : 0)
}

/** Checks for an incomplete header word that the next line may continue: 公开事 + 项. */
const editsToKnown = (text: string): boolean =>
  !isHeaderWord(text) || /^公[开開][事内依时主渠对方层].?$/.test(text)

const UNKNOWN: ColumnRole = { kind: 'unknown' }

/** Checks whether the header continues: unknown words between header words are an unknown column. */
const headerGoesOn = (atoms: readonly Atom[], index: number): boolean =>
  [1, 2, 3].some(ahead => isHeaderWord(textFrom(atoms, index + ahead, 1)))

/** Reads header words up to the first row number. */
function wordsOf(atoms: readonly Atom[], start: number): { words: HeaderWord[]; end: number } {
  const words: HeaderWord[] = []
  let index = start
  while (index < atoms.length) {
    const text = textFrom(atoms, index, 1)
    if (isNumberText(text) && words.length >= 3) break
    const length = text === '' ? 1 : wordLength(atoms, index)
    if (length === 0 && (text.length > LONGEST || !headerGoesOn(atoms, index))) break
    const whole = textFrom(atoms, index, Math.max(1, length))
    if (text !== '') words.push({ text: whole, role: roleOf(whole) ?? UNKNOWN })
    index += Math.max(1, length)
  }
  return { words, end: index }
}

const GROUP_OF: Readonly<Partial<Record<RoleKind, RoleKind>>> = {
  'audience-tick': 'audience',
  'mode-tick': 'mode',
  'level-tick': 'levels',
  channel: 'channels',
}

/** Returns the parts of a group header, which follow later in the text: 一级事项 under 公开事项. */
function partsOf(group: HeaderWord, later: readonly HeaderWord[]): HeaderWord[] {
  const { kind } = group.role
  return later.filter(({ role }) =>
    kind === 'path' ? role.kind === 'path' && role.level !== null : GROUP_OF[role.kind] === kind,
  )
}

const isPart = ({ role }: HeaderWord): boolean =>
  GROUP_OF[role.kind] !== undefined || (role.kind === 'path' && role.level !== null)

/** Returns the leaf columns in order: each group header is replaced by its parts. */
function leavesOf(words: readonly HeaderWord[]): { word: HeaderWord; group?: HeaderWord }[] {
  const used = new Set<HeaderWord>()
  const leaves: { word: HeaderWord; group?: HeaderWord }[] = []
  words.forEach((word, index) => {
    if (used.has(word)) return
    const isGroup = GROUP_KINDS.includes(word.role.kind) && !isPart(word)
    const parts = isGroup ? partsOf(word, words.slice(index + 1)).filter(part => !used.has(part)) : []
    const repeated = leaves.some(leaf => leaf.group === undefined && fold(leaf.word.text) === fold(word.text))
    if (parts.length > 0) {
      parts.forEach(part => {
        used.add(part)
        leaves.push({ word: part, group: word })
      })
    } else if (!repeated) leaves.push({ word })
    used.add(word)
  })
  return leaves
}

const headed = ({ header }: Column, words: RegExp): boolean => words.test(fold(header.join('/')))

/** Resolves single header words: 公开属性 next to 公开方式, 公开要求 for 公开时限, 公开层级 without levels. */
function settle(columns: readonly Column[]): Column[] {
  const hasAttribute = columns.some(column => column.role.kind === 'mode' && headed(column, /属性/))
  const hasDeadline = columns.some(({ role }) => role.kind === 'deadline')
  const hasTicks = columns.some(({ role }) => role.kind === 'audience-tick')
  return columns.map(column => {
    const { kind } = column.role
    if (kind === 'mode' && hasAttribute && !headed(column, /属性/)) {
      return { ...column, role: { kind: 'extra' } }
    }
    if (kind === 'extra' && !hasDeadline && headed(column, /公开要求/)) {
      return { ...column, role: { kind: 'deadline' } }
    }
    return kind === 'levels' && hasTicks ? { ...column, doubt: '公开层级没有写明是哪一级' } : column
  })
}

/** Reads the header that starts at an atom, as columns in order. */
export function readLinearHeader(atoms: readonly Atom[], start: number): LinearHeader {
  const { words, end } = wordsOf(atoms, start)
  const columns = leavesOf(words).map(({ word, group }, index): Column => ({
    index,
    role: word.role,
    header: group ? [group.text, word.text] : [word.text],
  }))
  return { start, end, columns: settle(columns) }
}

const STANDARD: readonly (readonly [string, ColumnRole])[] = [
  ['序号', { kind: 'no' }],
  ['一级事项', { kind: 'path', level: 1, leads: false }],
  ['二级事项', { kind: 'path', level: 2, leads: false }],
  ['公开内容(要素)', { kind: 'elements' }],
  ['公开依据', { kind: 'basis' }],
  ['公开时限', { kind: 'deadline' }],
  ['公开主体', { kind: 'subjects' }],
  ['公开渠道和载体', { kind: 'channels' }],
]

/** Returns the national standard columns, for a text without a header. */
export const standardColumns = (): Column[] =>
  STANDARD.map(([text, role], index) => ({
    index,
    role,
    header: [text],
    doubt: '文本里没有表头，按国家统一栏目的顺序读取',
  }))
