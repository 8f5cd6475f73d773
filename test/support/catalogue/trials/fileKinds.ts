import { documentOf, nestedCell, pageOf, plainCell, separatedOf, trackedCell } from './writers'
import { type Kind, type Trial, drawn, hand, renumbered, saidIn, titleOf, whole } from './kind'
import type { TrialDocument } from './facts'
import { TRADITIONAL_PAIRS } from '../../../../server/domain/chinese/traditional'
import { type Table, HAND, ORDER, cell, headRows, leavesOf, lineAcross, mapTexts, textsOf } from './sheet'
import { splitOver } from './split'

const csvOf =
  (
    change: Parameters<typeof hand>[0],
    options: Parameters<typeof separatedOf>[1],
    file = 'a.csv',
  ): ((document: TrialDocument) => Trial) =>
  document => {
    const made = drawn(document.rows, hand(change))
    return { file, bytes: separatedOf(whole(made), options), items: made.items }
  }

/** Lines of a form above the header and notes below, as a spreadsheet saves them. */
function preamble(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'lines', boxGap: ' ' }))
  const width = made.leaves.length
  const blank = (text: string): Table[number] => [
    cell(text),
    ...Array.from({ length: width - 1 }, () => cell('')),
  ]
  const table = [
    blank('附件2'),
    blank(titleOf(document)),
    blank(''),
    blank('填报单位：××县政务服务中心，联系人：张某'),
    ...whole(made),
    blank(''),
    blank('注：1.“■”为必选；2.“□”为可选。'),
  ]
  return { file: 'a.csv', bytes: separatedOf(table, { mark: ',', encoding: 'gb18030' }), items: made.items }
}

/** A continued list in a csv: the other cells of its rows are blank. */
function csvSplit(document: TrialDocument): Trial {
  const items = renumbered(document.rows)
  const leaves = ORDER.flatMap(field => leavesOf(field, items, HAND))
  const body = splitOver(items, leaves, 'elements', 'numbers', false)
  return {
    file: 'a.csv',
    bytes: separatedOf([...headRows(leaves), ...body], { mark: ',', bom: true }),
    items: saidIn(leaves, items),
  }
}

const clipboard =
  (change: Parameters<typeof hand>[0], always = false): ((document: TrialDocument) => Trial) =>
  document => {
    const made = drawn(document.rows, hand(change))
    return { file: 'a.txt', bytes: separatedOf(whole(made), { mark: '\t', always }), items: made.items }
  }

/** Only the selected rows of a sheet, without their header. */
function clipboardSplit(document: TrialDocument): Trial {
  const items = renumbered(document.rows)
  const leaves = ORDER.flatMap(field => leavesOf(field, items, HAND))
  const body = splitOver(items, leaves, 'elements', 'numbers', false)
  return {
    file: 'a.txt',
    bytes: separatedOf([...headRows(leaves), ...body], { mark: '\t' }),
    items: saidIn(leaves, items),
  }
}

function titledClipboard(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'lines', boxGap: '\n' }))
  const table = [lineAcross(titleOf(document), made.leaves.length), ...whole(made), [cell('说明：■为必选。')]]
  return { file: 'a.txt', bytes: separatedOf(table, { mark: '\t' }), items: made.items }
}

const docx =
  (
    change: Parameters<typeof hand>[0],
    writer = plainCell,
    merge: Parameters<typeof drawn>[2] = {},
  ): ((document: TrialDocument) => Trial) =>
  document => {
    const made = drawn(document.rows, hand(change), merge)
    const head = made.head.length
    return {
      file: 'a.docx',
      bytes: documentOf([titleOf(document), '（2026年版）', whole(made)], row =>
        row < head ? plainCell : writer,
      ),
      items: made.items,
    }
  }

/** An item cut by a page break: the second table begins with the rest of its contents. */
function cutByPage(document: TrialDocument): Trial {
  const items = renumbered(document.rows)
  const own = hand({ elements: 'numbers' })
  const leaves = ORDER.flatMap(field => leavesOf(field, items, own))
  const cut = items.findIndex(({ elements }) => elements.length > 2)
  const rows = items.flatMap((item, index): { row: Table[number]; rest: boolean }[] => {
    const full = leaves.map(leaf => cell(leaf.text(item, index)))
    if (index !== cut) return [{ row: full, rest: false }]
    const lines =
      own.elements === 'numbers' ? item.elements.map((text, at) => `${at + 1}.${text}`) : item.elements
    const at = leaves.findIndex(({ field }) => field === 'elements')
    const first = full.map((one, column) => (column === at ? cell(lines.slice(0, 2).join('\n')) : one))
    const rest = leaves.map((_, column) => cell(column === at ? lines.slice(2).join('\n') : ''))
    return [
      { row: first, rest: false },
      { row: rest, rest: true },
    ]
  })
  const at = rows.findIndex(({ rest }) => rest)
  const tables = at < 0 ? [rows] : [rows.slice(0, at), rows.slice(at)]
  const head = headRows(leaves)
  return {
    file: 'a.docx',
    bytes: documentOf([
      titleOf(document),
      ...tables.map(part => [
        ...head.map(line => line.map(one => one && { ...one })),
        ...part.map(({ row }) => row),
      ]),
    ]),
    items: saidIn(leaves, items),
  }
}

const html =
  (
    style: 'plain' | 'word' | 'wps',
    change: Parameters<typeof hand>[0],
    merge: Parameters<typeof drawn>[2] = {},
    file = 'a.html',
  ): ((document: TrialDocument) => Trial) =>
  document => {
    const made = drawn(document.rows, hand(change), merge)
    return {
      file,
      bytes: pageOf(
        [titleOf(document), '来源：县政务服务局　发布时间：2026-03-02', whole(made), '【打印】【关闭】'],
        style,
      ),
      items: made.items,
    }
  }

const TRADITIONAL = new Map(
  TRADITIONAL_PAIRS.flatMap(line => line.match(/../gu) ?? [])
    .reverse()
    .map(pair => [pair.charAt(1), pair.charAt(0)]),
)
const convert = (text: string): string => [...text].map(char => TRADITIONAL.get(char) ?? char).join('')

function traditional(document: TrialDocument): Trial {
  const items = document.rows.map(item => ({
    ...item,
    path: item.path.map(convert),
    elements: item.elements.map(convert),
    basis: item.basis.map(convert),
    deadline: convert(item.deadline),
    subjects: item.subjects.map(convert),
    channels: item.channels.map(convert),
    listed: item.listed.map(convert),
  }))
  const made = drawn(document.rows, hand({ elements: 'lines', boxGap: ' ' }), { merge: ['path'] })
  return {
    file: 'a.html',
    bytes: pageOf([mapTexts(whole(made), convert)]),
    items: saidIn(made.leaves, items),
  }
}

/** A tick of a symbol font that became a letter on the way. */
function lostFont(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'numbers', boxes: ['R', '□'], boxGap: '' }))
  return { file: 'a.html', bytes: pageOf([whole(made)]), items: made.items }
}

/** Page metadata as a table before the catalogue. */
function metadata(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'lines', boxGap: ' ' }), { merge: ['path', 'subjects'] })
  const page: Table = [
    [cell('索引号'), cell('00819/2026-00012'), cell('公开方式'), cell('主动公开')],
    [cell('发布机构'), cell('县政务服务局'), cell('公开时限'), cell('长期公开')],
  ]
  return { file: 'a.html', bytes: pageOf([page, titleOf(document), whole(made)]), items: made.items }
}

const PIPES = (table: Table): string =>
  textsOf(table)
    .map(row => `| ${row.map(text => text.replace(/\n/g, '<br>')).join(' | ')} |`)
    .join('\n')

function markdown(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'lines', boxGap: ' ' }))
  const [first = '', ...rest] = PIPES(whole(made)).split('\n')
  const text = [
    `# ${titleOf(document)}`,
    '',
    first,
    `|${made.leaves.map(() => '---').join('|')}|`,
    ...rest,
  ].join('\n')
  return { file: 'a.txt', bytes: Buffer.from(text), items: made.items }
}

export const FILE_KINDS: readonly Kind[] = [
  {
    name: 'UTF-8，换行的格子加引号',
    group: 'csv',
    make: csvOf({ elements: 'lines' }, { mark: ',', bom: true }),
  },
  {
    name: 'GB18030，处处加引号',
    group: 'csv',
    make: csvOf(
      { elements: 'numbers', tick: '是', noTick: '否' },
      { mark: ',', encoding: 'gb18030', always: true },
    ),
  },
  {
    name: '分号分隔',
    group: 'csv',
    unseen: true,
    make: csvOf({ elements: 'lines', tick: '✓' }, { mark: ';' }),
  },
  { name: '竖线分隔', group: 'csv', make: csvOf({ elements: 'lines', boxGap: ' ' }, { mark: '|' }) },
  { name: '表前有抬头、表后有注', group: 'csv', make: preamble },
  { name: '内容分行，其余空白', group: 'csv', make: csvSplit },
  {
    name: '制表符，后缀 .csv',
    group: 'csv',
    unseen: true,
    make: csvOf({ elements: 'circled' }, { mark: '\t' }),
  },
  { name: '从表格复制，短格子', group: 'clipboard', make: clipboard({ elements: 'circled', boxGap: ' ' }) },
  {
    name: '从表格复制，十几行的格子',
    group: 'clipboard',
    make: clipboard({ elements: 'numbers', boxGap: '\n' }),
  },
  {
    name: '从表格复制，处处加引号',
    group: 'clipboard',
    unseen: true,
    make: clipboard({ elements: 'lines', boxGap: '\n' }, true),
  },
  { name: '从表格复制，内容分行', group: 'clipboard', make: clipboardSplit },
  { name: '从表格复制，带标题和说明', group: 'clipboard', unseen: true, make: titledClipboard },
  {
    name: '合并',
    group: 'docx',
    make: docx({ elements: 'numbers' }, plainCell, { merge: ['path', 'basis', 'deadline', 'subjects'] }),
  },
  { name: '修订痕迹', group: 'docx', make: docx({ elements: 'lines' }, trackedCell) },
  { name: '格中有表', group: 'docx', unseen: true, make: docx({ elements: 'lines' }, nestedCell) },
  { name: '一项跨两页', group: 'docx', make: cutByPage },
  {
    name: '事项、要素合并',
    group: 'docx',
    unseen: true,
    make: docx({ elements: 'brackets', tick: '☑' }, plainCell, { merge: ['path', 'elements', 'channels'] }),
  },
  {
    name: '网页，合并',
    group: 'html',
    make: html('plain', { elements: 'lines' }, { merge: ['path', 'deadline', 'subjects'] }),
  },
  {
    name: 'Word 另存网页',
    group: 'html',
    make: html('word', { elements: 'numbers' }, { merge: ['path', 'channels'] }),
  },
  {
    name: 'WPS 另存网页',
    group: 'html',
    unseen: true,
    make: html('wps', { elements: 'lines', tick: '✔' }, { merge: ['path', 'basis'] }),
  },
  { name: '网页冒充 .xls', group: 'html', make: html('wps', { elements: 'semicolons' }, {}, 'a.xls') },
  { name: '繁体', group: 'html', make: traditional },
  { name: '勾选变成字母 R', group: 'html', unseen: true, make: lostFont },
  { name: '表前有页面信息的表', group: 'html', make: metadata },
  { name: '竖线表，Markdown', group: 'txt', make: markdown },
]
