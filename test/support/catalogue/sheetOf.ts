import type { Level } from '@shared/contract/catalogues/catalogue'
import { type Fact, NATIONAL } from './facts'

/** A cell of a made table: text, and how many rows and columns it covers. */
export interface MadeCell {
  text: string
  rowSpan: number
  colSpan: number
}

/** A made table: `null` = covered by a cell above or to the left. */
export type MadeTable = (MadeCell | null)[][]

export interface Style {
  /** Order of the column groups. */
  order: GroupName[]
  headers: Readonly<Record<GroupName, string>>
  levels: readonly { label: string; levels: Level[] }[]
  tick: string
  boxes: readonly [string, string]
  boxGap: string
  bullets: 'comma' | 'bullet' | 'number' | 'semicolon' | 'lines'
  /** One column a channel instead of boxes in one cell. */
  channelColumns: boolean
  /** 公开方式 as words in one column instead of two tick columns. */
  modeAsText: boolean
  title: string | null
  /** Blanks put into header words. */
  headerGap: string
  /** Merge equal neighbours in these groups. */
  merge: GroupName[]
}

export type GroupName =
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
  | 'phone'

const cell = (text: string, rowSpan = 1, colSpan = 1): MadeCell => ({ text, rowSpan, colSpan })

export function elementsText(fact: Fact, style: Style['bullets']): string {
  const { elements } = fact
  if (style === 'bullet') return elements.map(text => `●${text}`).join(' ')
  if (style === 'number') return elements.map((text, index) => `${index + 1}.${text}`).join('\n')
  if (style === 'semicolon') return elements.join('；')
  return elements.join(style === 'lines' ? '\n' : '、')
}

export const channelsText = (fact: Fact, [on, off]: readonly [string, string], gap: string): string =>
  NATIONAL.map(name => (fact.channels.includes(name) ? on : off) + name).join(gap)

const MODES = { active: '主动公开', 'on-request': '依申请公开', both: '主动公开、依申请公开' }

/** Leaf columns of a group: header words below the group and the text of each fact. */
function leavesOf(group: GroupName, style: Style): { label: string | null; text: (fact: Fact) => string }[] {
  const tickIf = (on: boolean): string => (on ? style.tick : '')
  switch (group) {
    case 'path':
      return ['一级事项', '二级事项'].map((label, index) => ({ label, text: fact => fact.path[index] ?? '' }))
    case 'channels':
      if (!style.channelColumns) {
        return [{ label: null, text: fact => channelsText(fact, style.boxes, style.boxGap) }]
      }
      return NATIONAL.map(name => ({ label: name, text: fact => tickIf(fact.channels.includes(name)) }))
    case 'audience':
      return [
        { label: '全社会', text: fact => tickIf(fact.scope !== 'specific') },
        { label: '特定群体', text: fact => tickIf(fact.scope !== 'public') },
      ]
    case 'mode':
      if (style.modeAsText) return [{ label: null, text: fact => MODES[fact.mode] }]
      return [
        { label: '主动', text: fact => tickIf(fact.mode !== 'on-request') },
        { label: '依申请公开', text: fact => tickIf(fact.mode !== 'active') },
      ]
    case 'levels':
      return style.levels.map(({ label, levels }) => ({
        label,
        text: fact => tickIf(levels.some(level => fact.levels.includes(level))),
      }))
    default:
      return [{ label: null, text: fact => plainText(group, fact, style) }]
  }
}

function plainText(group: GroupName, fact: Fact, style: Style): string {
  if (group === 'no') return fact.no
  if (group === 'elements') return elementsText(fact, style.bullets)
  if (group === 'basis') return fact.basis.join('、')
  if (group === 'deadline') return fact.deadline
  if (group === 'subjects') return fact.subjects.join('、')
  return '0916-6612345'
}

const spaced = (text: string, gap: string): string => (gap === '' ? text : [...text].join(gap))

/** Covers equal neighbours below each other by one cell. */
function mergeDown(column: string[]): (MadeCell | null)[] {
  const merged: (MadeCell | null)[] = []
  let top: MadeCell | null = null
  for (const text of column) {
    if (top && top.text === text && text !== '') {
      top.rowSpan++
      merged.push(null)
    } else {
      top = cell(text)
      merged.push(top)
    }
  }
  return merged
}

/** Lays facts out as one table: two header rows, then the body. */
export function tableOf(facts: readonly Fact[], style: Style): MadeTable {
  const titleRows: MadeTable = []
  const head: MadeTable = [[], []]
  const body: MadeTable = facts.map(() => [])
  for (const group of style.order) {
    const leaves = leavesOf(group, style)
    const named = leaves.every(({ label }) => label !== null)
    leaves.forEach(({ label }, index) => {
      const words = spaced(style.headers[group], style.headerGap)
      head[0]?.push(index > 0 ? null : named ? cell(words, 1, leaves.length) : cell(words, 2))
      head[1]?.push(named ? cell(label ?? '') : null)
    })
    for (const { text } of leaves) {
      const texts = facts.map(text)
      const column = style.merge.includes(group) ? mergeDown(texts) : texts.map(value => cell(value))
      column.forEach((made, row) => body[row]?.push(made))
    }
  }
  const width = head[0]?.length ?? 0
  if (style.title !== null) {
    titleRows.push([cell(style.title, 1, width), ...Array<null>(width - 1).fill(null)])
  }
  return [...titleRows, ...head, ...body]
}
