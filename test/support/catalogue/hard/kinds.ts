import type { Trial } from '../trials/kind'
import type { Group } from '../trials/kind'
import type { TrialDocument } from '../trials/facts'
import { seededRandom } from '../trials/random'
import { type Leaf, type Table, cell, mapTexts, textsOf } from '../trials/sheet'
import { documentOf, separatedOf, workbookOf } from '../trials/writers'
import {
  type Drawn,
  type Office,
  NATIONAL,
  across,
  drawn,
  leavesOf,
  mergedPage,
  oddNames,
  office,
} from './columns'
import { nestedChannelPage, layoutPage, crookedPage } from './pages'
import { changedDocument } from './changed'

/** One hard layout of another hand. */
export interface HardKind {
  name: string
  group: Group
  make: (document: TrialDocument) => Trial
}

const title = ({ area }: TrialDocument): string => `××街道${area}领域基层政务公开标准目录`
const xlsx = (table: Table): Promise<Buffer> => workbookOf([['Sheet1', table, {}]])
const whole = ({ head, body }: Drawn): Table => [...head, ...body]

/** Pages of two items: the title and header again, merges end with the page, a name that goes on is blank. */
function pages(document: TrialDocument): Trial {
  const made = drawn(document.rows, NATIONAL)
  const width = made.leaves.length
  const parts: Table = []
  for (let at = 0; at < made.body.length; at += 2) {
    const page = made.body.slice(at, at + 2)
    const goesOn = page.map((row, down) =>
      row.map((one, column) => {
        const before = made.body[at + down - 1]?.[column]?.text
        const first = down === 0 && at > 0 && made.leaves[column]?.field === 'path' && column === 1
        return one && first && before === one.text ? { ...one, text: '' } : one
      }),
    )
    parts.push(across(`${title(document)}${at > 0 ? '（续表）' : ''}`, width), ...made.head)
    parts.push(...mergedPage(goesOn, made.leaves, ['path', 'basis', 'deadline', 'subjects']))
    parts.push(across(`第 ${at / 2 + 1} 页`, width))
  }
  return { file: 'a.xlsx', bytes: xlsx(parts), items: made.items }
}

/** Odd column names in an odd order. */
function oddColumns(document: TrialDocument): Trial {
  const random = seededRandom(`odd ${document.id}`)
  const own = office({ joined: 'lines', ticks: false }, oddNames(random))
  const leaves = leavesOf(document.rows, own)
  const names = leaves.filter(({ field }) => field === 'no' || field === 'path')
  const rest = leaves.filter(leaf => !names.includes(leaf))
  const turned = [...rest.slice(4), ...rest.slice(0, 4)]
  const made = drawn(document.rows, own, random.next() < 0.5 ? [...names, ...turned] : [...names, ...rest])
  return {
    file: 'a.xlsx',
    bytes: xlsx([across(title(document), leaves.length), ...whole(made)]),
    items: made.items,
  }
}

/** Notes, contact lines and headings of parts between the items. */
function notesBetween(document: TrialDocument): Trial {
  const made = drawn(document.rows, office({ joined: 'numbers' }))
  const width = made.leaves.length
  const notes = [
    '说明：以上事项由业务科室提供，办公室统一发布。',
    '注：本页事项如有调整，以最新文件为准。',
    '备注：联系电话见街道网站。',
  ]
  const body = made.body.flatMap((row, at) =>
    at === 0 ? [row] : [across(notes[(at - 1) % notes.length] ?? '', width), row],
  )
  return { file: 'a.xlsx', bytes: xlsx([...made.head, ...body]), items: made.items }
}

/** Separators change from row to row, and some entries hold a 、 themselves. */
function mixedSeparators(document: TrialDocument): Trial {
  const made = drawn(document.rows, office({ joined: 'mixed', boxes: 'after' }))
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

function commasOnly(document: TrialDocument): Trial {
  const made = drawn(document.rows, office({ joined: 'commas', boxes: 'words' }))
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

/** Header words one character a line, a row of letters under the header, blank columns between. */
function upright(document: TrialDocument): Trial {
  const leaves = leavesOf(document.rows, office({ joined: 'semicolons' }))
  const spaced = leaves.flatMap((leaf, at): Leaf[] =>
    at === 4 ? [{ field: 'other', header: [''], text: () => '' }, leaf] : [leaf],
  )
  const made = drawn(document.rows, office({ joined: 'semicolons' }), spaced)
  const head = mapTexts(made.head, text => [...text].join('\n'))
  const letters = spaced.map((_, at) => cell(String.fromCharCode(65 + at)))
  return { file: 'a.xlsx', bytes: xlsx([...head, letters, ...made.body]), items: made.items }
}

/** Three header rows: the title is the first, the group word is over several fields. */
function groupedHead(document: TrialDocument): Trial {
  const own = office({ joined: 'lines', ticks: false })
  const leaves = leavesOf(document.rows, own).map(leaf =>
    leaf.field === 'no' || leaf.field === 'path'
      ? { ...leaf, header: ['公开事项', leaf.header.at(-1) ?? ''] }
      : { ...leaf, header: ['公开要求', leaf.header.at(-1) ?? ''] },
  )
  const made = drawn(document.rows, own, leaves)
  const body = mergedPage(made.body, leaves, ['path', 'subjects'])
  return {
    file: 'a.xlsx',
    bytes: xlsx([across(title(document), leaves.length), ...made.head, ...body]),
    items: made.items,
  }
}

const own = (change: Partial<Office>) => (document: TrialDocument) => drawn(document.rows, office(change))

/** GB18030 with merges lost, a title line, and blank columns at the end, as WPS saves it. */
function gbk(document: TrialDocument): Trial {
  const made = own({ joined: 'lines' })(document)
  const body = mergedPage(made.body, made.leaves, ['path'])
  const lines = [[title(document)], ['填报单位：××街道'], ...textsOf([...made.head, ...body])]
  const table = lines.map(line => [...line, '', '', ''].map(text => cell(text)))
  return {
    file: 'a.csv',
    bytes: separatedOf(table, { mark: ',', encoding: 'gb18030', always: document.id.length % 2 === 0 }),
    items: made.items,
  }
}

/** What WPS puts on the clipboard: tabs, quoted cells of several lines, merged places blank. */
function wps(document: TrialDocument): Trial {
  const made = own({ joined: 'numbers', boxes: 'marks' })(document)
  const body = mergedPage(made.body, made.leaves, ['path', 'deadline'])
  return { file: 'a.txt', bytes: separatedOf([...made.head, ...body], { mark: '\t' }), items: made.items }
}

function wpsWords(document: TrialDocument): Trial {
  const made = own({ joined: 'semicolons', boxes: 'words', ticks: false })(document)
  return { file: 'a.txt', bytes: separatedOf(whole(made), { mark: '\t', lineEnd: '\n' }), items: made.items }
}

/** A Word table cut by a page: the second part has no header, its first name is blank. */
function cutTable(document: TrialDocument): Trial {
  const made = own({ joined: 'lines' })(document)
  const half = Math.ceil(made.body.length / 2)
  const first = mergedPage(made.body.slice(0, half), made.leaves, ['path', 'subjects'])
  const second = mergedPage(made.body.slice(half), made.leaves, ['path', 'subjects'])
  const parts = [title(document), [...made.head, ...first], '', second]
  return { file: 'a.docx', bytes: documentOf(parts), items: made.items }
}

function wordMerged(document: TrialDocument): Trial {
  const made = own({ joined: 'numbers', boxes: 'after' })(document)
  const body = mergedPage(made.body, made.leaves, ['path', 'basis', 'deadline', 'subjects'])
  return { file: 'a.docx', bytes: documentOf([title(document), [...made.head, ...body]]), items: made.items }
}

function changed(document: TrialDocument): Trial {
  const made = own({ joined: 'numbers' })(document)
  const body = mergedPage(made.body, made.leaves, ['path'])
  return { file: 'a.docx', bytes: changedDocument(title(document), made.head, body), items: made.items }
}

const page =
  (change: Partial<Office>, write: (title: string, made: Drawn) => Buffer) =>
  (document: TrialDocument): Trial => {
    const made = own(change)(document)
    return { file: 'a.html', bytes: write(title(document), made), items: made.items }
  }

/** A paragraph for every field with its name, cards after each other. */
function cards(document: TrialDocument): Trial {
  const { leaves, items } = own({ joined: 'semicolons', boxes: 'words', ticks: false })(document)
  const lines = document.rows.flatMap((item, at) => [
    ...leaves.flatMap(leaf => {
      const text = leaf.text(item, at).replace(/\n/g, '；')
      return text === '' ? [] : [`【${leaf.header.at(-1) ?? ''}】${text}`]
    }),
    '',
  ])
  return { file: 'a.txt', bytes: Buffer.from([title(document), '', ...lines].join('\n')), items }
}

/** Pipes of a page's text with `<br>` in the cells. */
function pipes(document: TrialDocument): Trial {
  const made = own({ joined: 'lines' })(document)
  const lines = textsOf(whole(made)).map(
    row => `| ${row.map(text => text.replace(/\n/g, '<br>')).join(' | ')} |`,
  )
  return { file: 'a.txt', bytes: Buffer.from([title(document), ...lines].join('\n')), items: made.items }
}

export const HARD_KINDS: readonly HardKind[] = [
  { name: '每页两项，续页的事项名空白', group: 'xlsx', make: pages },
  { name: '少见的列名和列序', group: 'xlsx', make: oddColumns },
  { name: '事项之间有说明', group: 'xlsx', make: notesBetween },
  { name: '每行的分隔不同', group: 'xlsx', make: mixedSeparators },
  { name: '全用顿号，渠道不带框', group: 'xlsx', make: commasOnly },
  { name: '竖排表头，字母栏号，空列', group: 'xlsx', make: upright },
  { name: '三行表头', group: 'xlsx', make: groupedHead },
  { name: 'GB18030，合并丢失', group: 'csv', make: gbk },
  { name: 'WPS 复制', group: 'clipboard', make: wps },
  { name: 'WPS 复制，写成文字', group: 'clipboard', make: wpsWords },
  { name: '跨页的表，后半没有表头', group: 'docx', make: cutTable },
  { name: '竖向合并', group: 'docx', make: wordMerged },
  { name: '修订：删去的行、插入的行', group: 'docx', make: changed },
  { name: '渠道格里有表', group: 'html', make: page({ joined: 'lines' }, nestedChannelPage) },
  { name: '版式表套目录表', group: 'html', make: page({ joined: 'semicolons' }, layoutPage) },
  { name: '多余的跨列和隐藏文字', group: 'html', make: page({ joined: 'lines' }, crookedPage) },
  { name: '【栏名】卡片', group: 'txt', make: cards },
  { name: '竖线，格中有 <br>', group: 'txt', make: pipes },
]
