import type { Level } from '@shared/contract/catalogues/catalogue'
import type { Item } from './facts'

/** A cell of a drawn table; `null` is a place that another cell covers. */
export interface Cell {
  text: string
  down: number
  across: number
}
export type Row = (Cell | null)[]
export type Table = Row[]

export const cell = (text: string, down = 1, across = 1): Cell => ({ text, down, across })

export type Field =
  | 'no'
  | 'path'
  | 'elements'
  | 'basis'
  | 'deadline'
  | 'subjects'
  | 'channels'
  | 'audience'
  | 'mode'
  | 'levels'
  | 'other'

/** One leaf column: its header lines, from the top down, and the text of an item. */
export interface Leaf {
  field: Field
  header: string[]
  text: (item: Item, index: number) => string
}

export type ListStyle = 'lines' | 'numbers' | 'circled' | 'bullets' | 'semicolons' | 'commas' | 'brackets'

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯'
const CHINESE = '一二三四五六七八九十'

export function listText(parts: readonly string[], style: ListStyle): string {
  if (style === 'numbers') return parts.map((part, at) => `${at + 1}.${part}`).join('\n')
  if (style === 'circled') return parts.map((part, at) => `${CIRCLED[at]}${part}`).join('')
  if (style === 'bullets') return parts.map(part => `●${part}`).join(' ')
  if (style === 'brackets') return parts.map((part, at) => `（${CHINESE[at % 10]}）${part}`).join('\n')
  const commas = style === 'commas' && parts.every(part => !/[、，,；;]/.test(part))
  return parts.join(style === 'semicolons' ? '；' : commas ? '、' : '\n')
}

const NAMES: Readonly<Record<Level, string>> = {
  province: '省级',
  city: '市级',
  county: '县级',
  town: '乡级',
  village: '村级',
}
const MODES = { active: '主动公开', 'on-request': '依申请公开', both: '主动公开、依申请公开' }
const SCOPES = { public: '全社会', specific: '特定群体', both: '全社会、特定群体' }

/** How one office fills its columns. */
export interface Hand {
  words: Readonly<Partial<Record<Field, string>>>
  pathWords: readonly string[]
  tick: string
  noTick: string
  boxes: readonly [string, string]
  boxGap: string
  elements: ListStyle
  basis: ListStyle | 'glued'
  levelWords: readonly (readonly [string, Level])[]
}

export const HAND: Hand = {
  words: {
    no: '序号',
    elements: '公开内容（要素）',
    basis: '公开依据',
    deadline: '公开时限',
    subjects: '公开主体',
    channels: '公开渠道和载体',
    audience: '公开对象',
    mode: '公开方式',
    levels: '公开层级',
  },
  pathWords: ['一级事项', '二级事项', '三级事项', '四级事项'],
  tick: '√',
  noTick: '',
  boxes: ['■', '□'],
  boxGap: '\n',
  elements: 'numbers',
  basis: 'lines',
  levelWords: [
    ['县级', 'county'],
    ['乡级', 'town'],
    ['村级', 'village'],
  ],
}

export const depthOf = (items: readonly Item[]): number => Math.max(...items.map(({ path }) => path.length))

const pathLeaves = (items: readonly Item[], hand: Hand): Leaf[] => {
  const depth = depthOf(items)
  const names = depth === 1 ? ['公开事项'] : hand.pathWords
  return Array.from({ length: depth }, (_, at) => ({
    field: 'path' as const,
    header: depth === 1 ? [names[0] ?? ''] : ['公开事项', names[at] ?? ''],
    text: item => item.path[at] ?? '',
  }))
}

export const boxesText = (item: Item, [on, off]: readonly [string, string], gap: string): string =>
  item.listed.map(name => `${item.channels.includes(name) ? on : off}${name}`).join(gap)

export const basisText = (basis: readonly string[], style: Hand['basis']): string =>
  style === 'glued' && basis.every(text => text.startsWith('《'))
    ? basis.join('')
    : listText(basis, style === 'glued' ? 'lines' : style)

const ticks = (
  hand: Hand,
  field: Field,
  group: string,
  parts: readonly (readonly [string, (item: Item) => boolean])[],
): Leaf[] =>
  parts.map(([word, isOn]) => ({
    field,
    header: [group, word],
    text: item => (isOn(item) ? hand.tick : hand.noTick),
  }))

export const tickLeaves: Readonly<Record<'audience' | 'mode' | 'levels', (hand: Hand) => Leaf[]>> = {
  audience: hand =>
    ticks(hand, 'audience', hand.words.audience ?? '', [
      ['全社会', ({ scope }) => scope !== 'specific'],
      ['特定群体', ({ scope }) => scope !== 'public'],
    ]),
  mode: hand =>
    ticks(hand, 'mode', hand.words.mode ?? '', [
      ['主动', ({ mode }) => mode !== 'on-request'],
      ['依申请', ({ mode }) => mode !== 'active'],
    ]),
  levels: hand =>
    ticks(
      hand,
      'levels',
      hand.words.levels ?? '',
      hand.levelWords.map(([word, level]) => [word, ({ levels }) => levels.includes(level)]),
    ),
}

export const wordLeaves: Readonly<Record<'audience' | 'mode' | 'levels', (hand: Hand) => Leaf[]>> = {
  audience: hand => [
    { field: 'audience', header: [hand.words.audience ?? ''], text: ({ scope }) => SCOPES[scope] },
  ],
  mode: hand => [{ field: 'mode', header: [hand.words.mode ?? ''], text: ({ mode }) => MODES[mode] }],
  levels: hand => [
    {
      field: 'levels',
      header: [hand.words.levels ?? ''],
      text: ({ levels }) => levels.map(level => NAMES[level]).join('、'),
    },
  ],
}

const basisLeaves = (items: readonly Item[], word: string, style: Hand['basis']): Leaf[] =>
  items.every(({ basis }) => basis.length === 0)
    ? []
    : [{ field: 'basis', header: [word], text: ({ basis }) => basisText(basis, style) }]

const textLeaf =
  (field: Field, text: (item: Item, hand: Hand) => string) =>
  (_items: readonly Item[], hand: Hand): Leaf[] => [
    { field, header: [hand.words[field] ?? ''], text: item => text(item, hand) },
  ]

const LEAVES: Readonly<Record<Field, (items: readonly Item[], hand: Hand) => Leaf[]>> = {
  no: textLeaf('no', ({ no }) => no ?? ''),
  path: pathLeaves,
  elements: textLeaf('elements', ({ elements }, hand) => listText(elements, hand.elements)),
  basis: (items, hand) => basisLeaves(items, hand.words.basis ?? '', hand.basis),
  deadline: textLeaf('deadline', ({ deadline }) => deadline),
  subjects: textLeaf('subjects', ({ subjects }) => subjects.join('、')),
  channels: textLeaf('channels', (item, hand) => boxesText(item, hand.boxes, hand.boxGap)),
  audience: (_items, hand) => tickLeaves.audience(hand),
  mode: (_items, hand) => tickLeaves.mode(hand),
  levels: (_items, hand) => tickLeaves.levels(hand),
  other: () => [],
}

/** The leaf columns of one field. */
export const leavesOf = (field: Field, items: readonly Item[], hand: Hand): Leaf[] =>
  LEAVES[field](items, hand)

export const ORDER: readonly Field[] = [
  'no',
  'path',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
]

/** How many leaves from one on have the same upper header line; 0 if the leaf before has it too. */
function groupAcross(leaves: readonly Leaf[], at: number): number {
  const group = leaves[at]?.header[0]
  const isSame = (leaf: Leaf | undefined): boolean => leaf?.header.length === 2 && leaf.header[0] === group
  if (isSame(leaves[at - 1])) return 0
  const end = leaves.findIndex((leaf, index) => index > at && !isSame(leaf))
  return (end < 0 ? leaves.length : end) - at
}

/** The header rows of leaf columns: equal neighbours of the upper line are one cell. */
export function headRows(leaves: readonly Leaf[]): Table {
  const deep = Math.max(...leaves.map(({ header }) => header.length))
  const upper = leaves.map(({ header }, at): Cell | null => {
    if (header.length === 1) return cell(header[0] ?? '', deep)
    const across = groupAcross(leaves, at)
    return across === 0 ? null : cell(header[0] ?? '', 1, across)
  })
  const lower = leaves.map(({ header }): Cell | null => (header.length === 1 ? null : cell(header[1] ?? '')))
  return deep === 1 ? [upper] : [upper, lower]
}

export const bodyRows = (items: readonly Item[], leaves: readonly Leaf[]): Table =>
  items.map((item, index) => leaves.map(({ text }) => cell(text(item, index))))

/** Merges equal neighbours of the named fields; a path column only below equal parents. */
export function merged(body: Table, leaves: readonly Leaf[], fields: readonly Field[]): Table {
  const rows = body.map(row => [...row])
  const keyAt = (row: number, column: number): string =>
    leaves[column]?.field === 'path'
      ? leaves
          .flatMap(({ field }, at) => (field === 'path' && at <= column ? [body[row]?.[at]?.text ?? ''] : []))
          .join('>')
      : (body[row]?.[column]?.text ?? '')
  leaves.forEach(({ field }, column) => {
    if (!fields.includes(field)) return
    for (let row = 0; row < rows.length;) {
      let end = row + 1
      const key = keyAt(row, column)
      while (end < rows.length && key !== '' && keyAt(end, column) === key) end++
      const first = rows[row]?.[column]
      if (first && end > row + 1) {
        first.down = end - row
        for (let at = row + 1; at < end; at++) (rows[at] as Row)[column] = null
      }
      row = end
    }
  })
  return rows
}

export const lineAcross = (text: string, width: number): Row => [
  cell(text, 1, width),
  ...Array<null>(width - 1).fill(null),
]

/** The texts of a table with covered places blank. */
export const textsOf = (table: Table): string[][] => table.map(row => row.map(made => made?.text ?? ''))

export const mapTexts = (
  table: Table,
  change: (text: string, row: number, column: number) => string,
): Table =>
  table.map((row, at) => row.map((made, column) => made && { ...made, text: change(made.text, at, column) }))
