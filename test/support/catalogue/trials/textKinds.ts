import { type Kind, type Trial, drawn, hand, saidIn, titleOf, whole } from './kind'
import type { Item, TrialDocument } from './facts'
import { type Leaf, ORDER, leavesOf, textsOf, wordLeaves } from './sheet'

const text = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'))

const wordsOf = (document: TrialDocument, own = hand({})): Leaf[] =>
  ORDER.flatMap(field =>
    field === 'audience' || field === 'mode' || field === 'levels'
      ? wordLeaves[field](own)
      : leavesOf(field, document.rows, own),
  )

const width = (line: string): number =>
  [...line].reduce(
    (sum, char) => sum + ((char.codePointAt(0) as number) > 0x2e7f || '■□√“”'.includes(char) ? 2 : 1),
    0,
  )
const padded = (line: string, to: number): string => line + ' '.repeat(Math.max(2, to - width(line)))

/** Columns set under each other by blanks, one line an item. */
function aligned(document: TrialDocument): Trial {
  const own = hand({ elements: 'semicolons', basis: 'semicolons' })
  const items = document.rows.map(item => ({ ...item, listed: item.channels }))
  const leaves = wordsOf({ ...document, rows: items }, own)
    .map((leaf): Leaf =>
      leaf.field === 'channels' ? { ...leaf, text: item => item.channels.join('、') } : leaf,
    )
    .map((leaf): Leaf => (leaf.field === 'path' ? { ...leaf, header: [leaf.header.at(-1) ?? ''] } : leaf))
  const rows = [
    leaves.map(({ header }) => header.at(-1) ?? ''),
    ...items.map((item, at) => leaves.map(leaf => leaf.text(item, at).replace(/\n/g, '；') || '无')),
  ]
  const widths = leaves.map((_, column) => Math.max(...rows.map(row => width(row[column] ?? ''))) + 2)
  const lines = rows.map(row =>
    row
      .map((part, column) => padded(part, widths[column] ?? 2))
      .join('')
      .trimEnd(),
  )
  return { file: 'a.txt', bytes: text([titleOf(document), '', ...lines]), items: saidIn(leaves, items) }
}

const labelled = (leaves: readonly Leaf[], item: Item, at: number): string[] =>
  leaves.flatMap(leaf => {
    const value = leaf.text(item, at)
    return value === '' ? [] : [`${leaf.header.at(-1) ?? ''}：${value}`]
  })

/** Numbered paragraphs with a label before each value. */
function paragraphs(document: TrialDocument): Trial {
  const own = hand({ elements: 'semicolons', basis: 'semicolons' })
  const items = document.rows.map(item => ({ ...item, listed: item.channels }))
  const leaves = wordsOf({ ...document, rows: items }, own)
    .filter(({ field }) => field !== 'no' && field !== 'path')
    .map((leaf): Leaf =>
      leaf.field === 'channels' ? { ...leaf, text: item => item.channels.join('、') } : leaf,
    )
  const lines = items.flatMap((item, at) => [
    `${at + 1}. ${item.path.at(-1) ?? ''}`,
    ...labelled(leaves, item, at),
    '',
  ])
  return {
    file: 'a.txt',
    bytes: text([titleOf(document), '', ...lines]),
    items: saidIn(leaves, items).map((said, at) => ({
      ...said,
      no: String(at + 1),
      path: [items[at]?.path.at(-1) ?? ''],
    })),
  }
}

/** The same with the item itself as a label, one label a line, records set apart by rules. */
function records(document: TrialDocument): Trial {
  const own = hand({ elements: 'semicolons', basis: 'semicolons' })
  const items = document.rows.map(item => ({ ...item, listed: item.channels }))
  const leaves = wordsOf({ ...document, rows: items }, own).map((leaf): Leaf =>
    leaf.field === 'channels' ? { ...leaf, text: item => item.channels.join('；') } : leaf,
  )
  const lines = items.flatMap((item, at) => [...labelled(leaves, item, at), '----------'])
  return { file: 'a.txt', bytes: text([titleOf(document), ...lines]), items: saidIn(leaves, items) }
}

const pipes =
  (blank: boolean): ((document: TrialDocument) => Trial) =>
  document => {
    const made = drawn(document.rows, hand({ elements: 'semicolons', boxGap: ' ', basis: 'semicolons' }))
    const rows = textsOf(whole(made)).map(row => row.map(part => part.replace(/\n/g, ' ')))
    const lines = rows.map(row => `|${(blank ? row : row.filter(part => part !== '')).join('|')}|`)
    const lost = blank
      ? made.items
      : made.items.map((item, at) => ({ ...item, ...lostTicks(document.rows[at] as Item) }))
    return { file: 'a.txt', bytes: text([titleOf(document), ...lines]), items: lost }
  }

/** Ticks without their blank neighbours say nothing about their place. */
const lostTicks = ({ scope, mode, levels }: Item) =>
  scope === 'both' && mode === 'both' && levels.length === 3 ? {} : { scope: null, mode: null, levels: null }

/** One cell a paragraph, blank cells left out, merged ones once. */
function stacked(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'semicolons', boxGap: ' ', basis: 'semicolons' }))
  const cells = textsOf(whole(made)).flatMap(row =>
    row.filter(part => part !== '').map(part => part.replace(/\n/g, ' ')),
  )
  return {
    file: 'a.txt',
    bytes: text([titleOf(document), ...cells].flatMap(line => [line, ''])),
    items: made.items.map((item, at) => ({ ...item, ...lostTicks(document.rows[at] as Item) })),
  }
}

/** A village list in chapters, numbered names only. */
function chapters(document: TrialDocument): Trial {
  const parents = [...new Set(document.rows.map(({ path }) => path[0] ?? ''))]
  const items: Item[] = []
  const lines = parents.flatMap((parent, at) => {
    const own = document.rows.filter(({ path }) => path[0] === parent)
    items.push(...own)
    return [
      `${'一二三四五六七八九'[at]}、${parent}`,
      ...own.map(({ path }, index) => `${index + 1}.${path.at(-1) ?? ''}`),
    ]
  })
  let count = 0
  let before = ''
  return {
    file: 'a.txt',
    bytes: text([titleOf(document), ...lines]),
    items: items.map(({ path }) => {
      count = path[0] === before ? count + 1 : 1
      before = path[0] ?? ''
      return { no: String(count), path: [path[0] ?? '', path.at(-1) ?? ''] }
    }),
  }
}

export const TEXT_KINDS: readonly Kind[] = [
  { name: '空格对齐的栏', group: 'txt', make: aligned },
  { name: '编号的段落，带栏名', group: 'txt', make: paragraphs },
  { name: '一栏一行，横线隔开', group: 'txt', unseen: true, make: records },
  { name: '竖线表，空格子还在', group: 'txt', make: pipes(true) },
  { name: '竖线表，空格子丢了', group: 'txt', unseen: true, make: pipes(false) },
  { name: '一格一段', group: 'txt', make: stacked },
  { name: '只有编号和名称的清单', group: 'txt', unseen: true, make: chapters },
]
