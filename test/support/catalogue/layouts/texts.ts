import type { Fact } from '../facts'
import { elementsText, tableOf } from '../sheetOf'
import { blanksOf, cellsOf, fragmentsOf, pipesOf, printedOf, streamOf } from '../texts'
import type { Layout } from './layout'
import { ALL, chapter, mapTexts, partsOf, styled, withoutAnyTick, withoutTicks } from './made'

const text = (source: string): Buffer => Buffer.from(source, 'utf8')

const plain = styled({ merge: [] })
const national = styled({ merge: ['path', 'deadline', 'subjects'] })

const SCOPES = { public: '全社会', specific: '特定群体', both: '全社会、特定群体' }
const MODES = { active: '主动公开', 'on-request': '依申请公开', both: '主动公开、依申请公开' }
const LEVELS = { province: '省级', city: '市级', county: '县级', town: '乡级', village: '村级' }

/** A paragraph an item: labels and values. */
const paragraphOf = (fact: Fact): string =>
  [
    `${fact.no}．公开事项：${fact.path.join('—')}`,
    `公开内容：${elementsText(fact, 'semicolon')}`,
    `公开依据：${fact.basis.join('、')}`,
    `公开时限：${fact.deadline}`,
    `公开主体：${fact.subjects.join('、')}`,
    `公开渠道：${fact.channels.join('、')}`,
    `公开对象：${SCOPES[fact.scope]}`,
    `公开方式：${MODES[fact.mode]}`,
    `公开层级：${fact.levels.map(level => LEVELS[level]).join('、')}`,
  ].join('\n')

/** Every second row runs on in the line of the row before it. */
const gluedRows = (facts: readonly Fact[]): string => {
  const lines = pipesOf(tableOf(facts, plain), 'blank').split('\n')
  const head = lines.slice(0, 2)
  const body = lines.slice(2)
  return [
    ...head,
    ...body.flatMap((line, index) => (index % 2 === 0 ? [`${line}${body[index + 1] ?? ''}`] : [])),
  ].join('\n')
}

/** Merged cells of a narrow column, one character a line: 综\n合\n业\n务. */
const vertical = (facts: readonly Fact[]): string => {
  const { head, body } = partsOf(facts, national)
  const narrow = body.map(cells =>
    cells.map((cell, column) => (cell && column === 1 ? { ...cell, text: [...cell.text].join('\n') } : cell)),
  )
  return cellsOf([...head, ...narrow])
}

const all = [...ALL]
const some = chapter(0, 9)

/** As a document prints a table without borders: columns are under their words, cells go on below themselves. */
const printed = (facts: readonly Fact[]): string => {
  const head = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道']
  const rows = facts.map(fact => [
    fact.no,
    ...fact.path,
    elementsText(fact, 'semicolon'),
    fact.basis.join('、'),
    fact.deadline,
    fact.subjects.join('、'),
    fact.channels.join('、'),
  ])
  return printedOf([head, ...rows], [4, 12, 12, 24, 20, 18, 16, 22])
}

/** Copies of tables as text, more and more of the layout lost. */
export const TEXT_LAYOUTS: readonly Layout[] = [
  {
    name: '竖线表，合并格留空',
    file: 'a.txt',
    bytes: () => text(pipesOf(tableOf(all, national), 'blank')),
    truth: all,
  },
  {
    name: '竖线表，合并格丢失',
    file: 'a.txt',
    bytes: () => text(pipesOf(tableOf(all, national), 'drop')),
    truth: all,
  },
  {
    name: '竖线表，空格子也丢',
    file: 'a.txt',
    bytes: () => text(pipesOf(tableOf(some, plain), 'drop', false)),
    truth: withoutTicks(some),
  },
  {
    name: '竖线之间一格一行',
    file: 'a.txt',
    bytes: () => text(streamOf(tableOf(all, plain), 'blank')),
    truth: all,
  },
  {
    name: '一格一行',
    file: 'a.txt',
    bytes: () => text(cellsOf(tableOf(all, plain))),
    truth: withoutTicks(all),
  },
  {
    name: '一格一行，合并格只出现一次',
    file: 'a.txt',
    bytes: () => text(cellsOf(tableOf(some, national))),
    truth: withoutTicks(some),
  },
  {
    name: '一行一个片段（20 字）',
    file: 'a.txt',
    bytes: () => text(fragmentsOf(tableOf(some, plain), 20)),
    truth: withoutAnyTick(some),
  },
  {
    name: '空格分列',
    file: 'a.txt',
    bytes: () => text(blanksOf(tableOf(all, plain))),
    truth: withoutAnyTick(all),
  },
  { name: '两行粘成一行', file: 'a.txt', bytes: () => text(gluedRows(all)), truth: all },
  { name: '逐项段落', file: 'a.txt', bytes: () => text(all.map(paragraphOf).join('\n\n')), truth: all },
  { name: '竖排的合并格', file: 'a.txt', bytes: () => text(vertical(some)), truth: withoutTicks(some) },
  {
    name: '制表符粘贴',
    file: 'a.txt',
    bytes: () =>
      text(
        tableOf(all, plain)
          .map(cells => cells.map(cell => (cell?.text ?? '').replace(/\n/g, ' ')).join('\t'))
          .join('\n'),
      ),
    truth: all,
  },
  {
    name: '从 2 起编号的一格一行',
    file: 'a.txt',
    bytes: () => text(cellsOf(tableOf(chapter(0, 9, 2), plain))),
    truth: withoutTicks(chapter(0, 9, 2)),
  },
  {
    name: '竖线表，标题换行带空格',
    file: 'a.txt',
    bytes: () =>
      text(
        pipesOf(
          mapTexts(tableOf(all, plain), (cell, row) => (row < 2 ? [...cell].join(' ') : cell)),
          'blank',
        ),
      ),
    truth: all,
  },
  {
    name: '按栏打印，一格多行',
    file: 'a.txt',
    bytes: () => text(printed(all)),
    truth: all.map(({ scope: _scope, mode: _mode, levels: _levels, ...rest }) => rest),
  },
]
