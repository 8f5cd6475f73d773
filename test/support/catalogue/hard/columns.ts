import type { Expected } from '../trials/score'
import type { Item } from '../trials/facts'
import type { Choices } from '../trials/random'
import {
  type Field,
  type Leaf,
  type Table,
  bodyRows,
  cell,
  depthOf,
  headRows,
  listText,
} from '../trials/sheet'

/** How an office joins the entries of one cell; `mixed` takes another one for every row. */
export type Joined = 'numbers' | 'lines' | 'semicolons' | 'commas' | 'mixed'

export interface Office {
  names: Readonly<Record<Exclude<Field, 'other' | 'path'>, string>>
  levels: readonly string[]
  joined: Joined
  boxes: 'marks' | 'words' | 'after'
  /** Audience, mode and levels as ticks below a group, or as words in a column each. */
  ticks: boolean
}

const STYLES = ['numbers', 'lines', 'commas', 'semicolons'] as const
const joinedText = (parts: readonly string[], joined: Joined, at: number): string =>
  listText(parts, joined === 'mixed' ? (STYLES[at % STYLES.length] ?? 'lines') : joined)

const SCOPE_WORDS = { public: '全社会', specific: '特定群众', both: '全社会、特定群众' }
const MODE_WORDS = { active: '主动公开', 'on-request': '依申请公开', both: '主动公开、依申请公开' }
const LEVEL_WORDS = { province: '省级', city: '市级', county: '县级', town: '乡级', village: '村级' }

function channelsText({ listed, channels }: Item, boxes: Office['boxes']): string {
  if (boxes === 'words') return channels.join('、')
  const marked = listed.map(name => {
    const mark = channels.includes(name) ? '■' : '□'
    return boxes === 'after' ? `${name}${mark}` : `${mark}${name}`
  })
  return marked
    .map((text, at) => text + (at % 2 === 0 ? ' ' : '\n'))
    .join('')
    .trim()
}

type Ticked = readonly [word: string, isOn: (item: Item) => boolean]
const tickLeaves = (field: Field, group: string, ticks: readonly Ticked[]): Leaf[] =>
  ticks.map(([word, isOn]) => ({ field, header: [group, word], text: item => (isOn(item) ? '√' : '') }))

function markLeaves(office: Office): Leaf[] {
  const { names } = office
  if (!office.ticks) {
    return [
      { field: 'audience', header: [names.audience], text: ({ scope }) => SCOPE_WORDS[scope] },
      { field: 'mode', header: [names.mode], text: ({ mode }) => MODE_WORDS[mode] },
      {
        field: 'levels',
        header: [names.levels],
        text: ({ levels }) => levels.map(level => LEVEL_WORDS[level]).join('、'),
      },
    ]
  }
  return [
    ...tickLeaves('audience', names.audience, [
      ['全社会', ({ scope }) => scope !== 'specific'],
      ['特定群众', ({ scope }) => scope !== 'public'],
    ]),
    ...tickLeaves('mode', names.mode, [
      ['主动', ({ mode }) => mode !== 'on-request'],
      ['依申请公开', ({ mode }) => mode !== 'active'],
    ]),
    ...tickLeaves('levels', names.levels, [
      ['县级', ({ levels }) => levels.includes('county')],
      ['乡级', ({ levels }) => levels.includes('town')],
      ['村级', ({ levels }) => levels.includes('village')],
    ]),
  ]
}

/** The columns of an office for these items, in the national order. */
export function leavesOf(items: readonly Item[], office: Office): Leaf[] {
  const { names, joined } = office
  const depth = depthOf(items)
  const path = Array.from({ length: depth }, (_, at): Leaf => ({
    field: 'path',
    header: depth === 1 ? [office.levels[0] ?? ''] : ['公开事项', office.levels[at] ?? ''],
    text: item => item.path[at] ?? '',
  }))
  return [
    { field: 'no', header: [names.no], text: ({ no }) => no ?? '' },
    ...path,
    {
      field: 'elements',
      header: [names.elements],
      text: ({ elements }, at) => joinedText(elements, joined, at),
    },
    { field: 'basis', header: [names.basis], text: ({ basis }) => basis.join('\n') },
    { field: 'deadline', header: [names.deadline], text: ({ deadline }) => deadline },
    { field: 'subjects', header: [names.subjects], text: ({ subjects }) => subjects.join('、') },
    { field: 'channels', header: [names.channels], text: item => channelsText(item, office.boxes) },
    ...markLeaves(office),
  ]
}

const KEYS: Readonly<Partial<Record<Field, readonly (keyof Item)[]>>> = {
  no: ['no'],
  path: ['path'],
  elements: ['elements'],
  basis: ['basis'],
  deadline: ['deadline'],
  subjects: ['subjects'],
  channels: ['channels', 'listed'],
  audience: ['scope'],
  mode: ['mode'],
  levels: ['levels'],
}

/** What a table with these columns says of the items. */
export function saidBy(leaves: readonly Leaf[], items: readonly Item[], { boxes }: Office): Expected[] {
  const keys = [...new Set(leaves.flatMap(({ field }) => KEYS[field] ?? []))]
  return items.map(item => {
    const shown = boxes === 'words' ? { ...item, listed: item.channels } : item
    return Object.fromEntries(keys.map(key => [key, shown[key]])) as Expected
  })
}

export const NATIONAL: Office = {
  names: {
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
  levels: ['一级事项', '二级事项', '三级事项'],
  joined: 'numbers',
  boxes: 'marks',
  ticks: true,
}

export const office = (change: Partial<Office>, names: Partial<Office['names']> = {}): Office => ({
  ...NATIONAL,
  ...change,
  names: { ...NATIONAL.names, ...names },
})

const ODD: Readonly<Record<keyof Office['names'], readonly string[]>> = {
  no: ['序号', '编码', '事项代码', '№'],
  elements: ['主要内容', '公开要素', '公开内容（信息要素）', '公开事项具体内容', '公开的具体内容及要求'],
  basis: ['政策法规依据', '文件依据', '依据', '公开依据（法律、法规、文件）'],
  deadline: ['公开时间要求', '时限要求', '公开时限（工作日）', '公开频次', '时限'],
  subjects: ['公开责任主体', '承办单位', '责任主体', '实施公开的单位', '公开单位'],
  channels: ['公开载体', '发布平台', '公开渠道', '公开形式和载体', '公开途径和载体'],
  audience: ['面向对象', '公开范围', '公开对象范围', '受众对象'],
  mode: ['公开类型', '公开方式', '公开属性', '主动公开/依申请公开'],
  levels: ['层级', '公开层级', '实施层级', '适用层级'],
}

/** Column names as no template has them, drawn. */
export function oddNames(random: Choices): Office['names'] {
  const entries = Object.entries(ODD).map(([field, words]) => [field, random.of(words)])
  return Object.fromEntries(entries) as Office['names']
}

export interface Drawn {
  leaves: Leaf[]
  head: Table
  body: Table
  items: Expected[]
}

export function drawn(items: readonly Item[], own: Office, leaves = leavesOf(items, own)): Drawn {
  return { leaves, head: headRows(leaves), body: bodyRows(items, leaves), items: saidBy(leaves, items, own) }
}

/** Merges each column's equal neighbours within one page of rows, for the named fields; a lower name only below one name. */
export function mergedPage(body: Table, leaves: readonly Leaf[], fields: readonly Field[]): Table {
  const rows = body.map(row => row.map(made => made && { ...made }))
  const textAt = (row: number, column: number): string => body[row]?.[column]?.text ?? ''
  const isLower = (column: number): boolean =>
    leaves[column]?.field === 'path' && leaves[column - 1]?.field === 'path'
  const joins = (top: number, row: number, column: number): boolean =>
    textAt(row, column) !== '' &&
    textAt(row, column) === textAt(top, column) &&
    (!isLower(column) || rows[row]?.[column - 1] === null)
  for (const [column, { field }] of leaves.entries()) {
    let top = 0
    for (let row = 1; fields.includes(field) && row < rows.length; row++) {
      const first = joins(top, row, column) ? rows[top]?.[column] : undefined
      if (first) {
        first.down = row - top + 1
        ;(rows[row] as (typeof rows)[number])[column] = null
      } else top = row
    }
  }
  return rows
}

export const across = (text: string, width: number): Table[number] => [
  cell(text, 1, width),
  ...Array<null>(width - 1).fill(null),
]
