import { documentOf, pageOf, separatedOf, workbookOf } from './writers'
import { type Drawn, type Group, type Trial, drawn, hand, renumbered, saidIn } from './kind'
import type { Item, TrialDocument } from './facts'
import { type Choices, seededRandom } from './random'
import {
  type Field,
  type Hand,
  type Leaf,
  type Table,
  ORDER,
  cell,
  leavesOf,
  lineAcross,
  mapTexts,
  wordLeaves,
} from './sheet'
import { type SplitField, splitOver } from './split'

const WORDS: Readonly<Record<Exclude<Field, 'other' | 'path'>, readonly string[]>> = {
  no: ['序号', '编号', '序\n号', 'No.', '事项编号', '序 号'],
  elements: [
    '公开内容',
    '公开具体内容',
    '公开内容\n（要素）',
    '内容要素及要求',
    '应公开的内容',
    '公开信息内容',
    '具体公开内容',
  ],
  basis: ['公开依据', '法律依据', '设定依据', '公开依据（名称及文号）', '法律法规依据', '政策依据'],
  deadline: [
    '公开时限',
    '公开期限',
    '公开时间',
    '公 开\n时 限',
    '公开时限要求',
    '更新时限',
    '公开（更新）时限',
  ],
  subjects: ['公开主体', '公开责任主体', '责任单位', '牵头部门', '发布单位', '公开机构', '责任部门（单位）'],
  channels: [
    '公开渠道和载体',
    '公开渠道',
    '公开平台',
    '公开载体',
    '发布渠道',
    '公开途径',
    '公开渠道及\n载体',
  ],
  audience: ['公开对象', '公开范围', '公开受众', '对象'],
  mode: ['公开方式', '公开属性', '方式'],
  levels: ['公开层级', '层级', '公开级别', '公 开\n层 级'],
}

const PATHS: readonly (readonly string[])[] = [
  ['一级事项', '二级事项', '三级事项', '四级事项'],
  ['一级目录', '二级目录', '三级目录', '四级目录'],
  ['事项类别', '公开事项', '子项', '细项'],
  ['类别', '事项名称', '子项名称', '细项名称'],
  ['主项名称', '子项名称', '小项名称', '细项名称'],
  ['一级', '二级', '三级', '四级'],
]

const LEVEL_WORDS: readonly Hand['levelWords'][] = [
  [
    ['县级', 'county'],
    ['乡级', 'town'],
    ['村级', 'village'],
  ],
  [
    ['区级', 'county'],
    ['街道', 'town'],
    ['社区', 'village'],
  ],
  [
    ['县（市、区）级', 'county'],
    ['乡镇（街道）级', 'town'],
    ['村（社区）级', 'village'],
  ],
  [
    ['旗县级', 'county'],
    ['苏木乡镇级', 'town'],
    ['嘎查村级', 'village'],
  ],
]

const anyHand = (choices: Choices): Hand =>
  hand(
    {
      pathWords: choices.of(PATHS),
      tick: choices.of(['√', '✓', '✔', '■', '☑', '●', '★', '1', '是', '有', 'Y', ' √ ']),
      boxes: choices.of<readonly [string, string]>([
        ['■', '□'],
        ['☑', '□'],
        ['☑', '☐'],
        ['√', '□'],
        ['●', '○'],
        ['▲', '△'],
        ['[√]', '[ ]'],
        ['（√）', '（　）'],
        ['■ ', '□ '],
      ]),
      boxGap: choices.of(['', ' ', '\n', '、', '；', '  ']),
      elements: choices.of(['lines', 'numbers', 'circled', 'bullets', 'semicolons', 'brackets']),
      basis: choices.of(['lines', 'numbers', 'glued', 'semicolons', 'commas']),
      levelWords: choices.of(LEVEL_WORDS),
    },
    Object.fromEntries(Object.entries(WORDS).map(([field, words]) => [field, choices.of(words)])),
  )

function anyOrder(choices: Choices): Field[] {
  if (choices.next() < 0.5) return [...ORDER]
  const rest: Field[] = ORDER.filter(field => field !== 'no' && field !== 'path')
  for (let at = rest.length - 1; at > 0; at--) {
    const other = Math.floor(choices.next() * (at + 1))
    ;[rest[at], rest[other]] = [rest[other] as Field, rest[at] as Field]
  }
  return ['no', 'path', ...rest]
}

const EXTRA: readonly (readonly [string, readonly string[]])[] = [
  ['责任科室', ['综合股', '办公室', '社会救助科']],
  ['咨询电话', ['0574-65120011', '12345']],
  ['备注', ['', '', '与上级同步']],
  ['条款内容', ['第二十条（十二）突发公共事件的应急预案', '第十九条']],
  ['公开形式', ['全文发布', '区分处理后公开']],
  ['对应职责', ['自然灾害救助', '防灾减灾']],
]

function anyLeaves(items: readonly Item[], own: Hand, choices: Choices): Leaf[] {
  const inWords = new Set<Field>(
    (['audience', 'mode', 'levels'] as const).filter(() => choices.next() < 0.25),
  )
  const leaves = anyOrder(choices).flatMap(field =>
    (field === 'audience' || field === 'mode' || field === 'levels') && inWords.has(field)
      ? wordLeaves[field](own)
      : leavesOf(field, items, own),
  )
  if (choices.next() < 0.7) return leaves
  const [word, texts] = choices.of(EXTRA)
  const at = 3 + Math.floor(choices.next() * (leaves.length - 3))
  const group = leaves[at]?.header[0]
  const splitsGroup = at > 0 && leaves[at - 1]?.header[0] === group
  const place = splitsGroup ? leaves.length : at
  const extra: Leaf = {
    field: 'other',
    header: [word],
    text: (_item, row) => texts[row % texts.length] ?? '',
  }
  return [...leaves.slice(0, place), extra, ...leaves.slice(place)]
}

const MERGES: readonly (readonly Field[])[] = [
  [],
  ['path'],
  ['path', 'subjects'],
  ['path', 'basis', 'deadline', 'subjects', 'channels'],
  ['path', 'elements', 'basis'],
  ['path', 'deadline', 'other'],
]

/** Words over and under a table, as offices write them. */
const linesAbove = ({ area }: TrialDocument, choices: Choices): string[] =>
  choices.of([
    [],
    [`××县${area}领域基层政务公开标准目录`],
    ['附件1', `××区${area}领域政务公开事项标准目录（2026年版）`],
    [`${area}领域基层政务公开标准目录`, '填报单位：××县政务服务局　　　　　填报日期：2026年4月2日'],
  ])

const linesBelow = (choices: Choices): string[] =>
  choices.of([
    [],
    [],
    ['填表说明：1.“公开渠道和载体”中■为必选。', '2.各镇（街道）参照执行，本目录由县政务服务局负责解释。'],
    ['备注：本目录实行动态调整。'],
    ['填报人：王某　审核人：李某　联系电话：0574-65120011'],
  ])

function withPages(made: Drawn, body: Table, choices: Choices): Table {
  if (choices.next() < 0.75 || body.some(row => row.some(one => one && one.down > 1))) {
    return [...made.head, ...body]
  }
  const pages: Table = []
  for (let row = 0; row < body.length; row += 3) {
    pages.push(...made.head.map(line => line.map(one => one && { ...one })), ...body.slice(row, row + 3))
  }
  return pages
}

function splitBody(items: readonly Item[], leaves: readonly Leaf[], own: Hand, choices: Choices): Table {
  const field = choices.of<SplitField>(['elements', 'channels'])
  const style = own.elements === 'circled' ? 'circled' : 'numbers'
  return splitOver(items, leaves, field, style, choices.next() < 0.6)
}

const ditto = (body: Table, leaves: readonly Leaf[]): Table =>
  mapTexts(body, (text, row, column) => {
    const field = leaves[column]?.field
    const above = body[row - 1]?.[column]
    const repeats = text !== '' && above?.text === text
    return repeats && (field === 'deadline' || field === 'subjects' || field === 'basis') ? '同上' : text
  })

function write(
  group: Group,
  document: TrialDocument,
  table: Table,
  choices: Choices,
): Pick<Trial, 'file' | 'bytes'> {
  const width = Math.max(...table.map(row => row.length))
  const above = linesAbove(document, choices)
  const below = linesBelow(choices)
  const framed = [
    ...above.map(line => lineAcross(line, width)),
    ...table,
    ...below.map(line => lineAcross(line, width)),
  ]
  if (group === 'docx') return { file: 'a.docx', bytes: documentOf([...above, table, ...below]) }
  if (group === 'html') {
    return {
      file: 'a.html',
      bytes: pageOf([...above, table, ...below], choices.of(['plain', 'word', 'wps'])),
    }
  }
  if (group === 'xlsx') {
    return {
      file: 'a.xlsx',
      bytes: workbookOf([[choices.of(['Sheet1', document.area, '公开目录']), framed]]),
    }
  }
  const lines = (texts: readonly string[]): Table =>
    texts.map(line => [cell(line), ...Array.from({ length: width - 1 }, () => cell(''))])
  const flat = [...lines(above), ...table, ...lines(below)]
  const mark = group === 'clipboard' ? '\t' : choices.of([',', ',', ';', '|'])
  const encoding = choices.of(['utf8', 'gb18030'])
  const always = choices.next() < 0.3
  return {
    file: group === 'clipboard' ? 'a.txt' : 'a.csv',
    bytes: separatedOf(flat, { mark, encoding, always }),
  }
}

const GROUPS: readonly Group[] = ['xlsx', 'xlsx', 'csv', 'clipboard', 'docx', 'html']

/** A document in a layout put together from a key: words, order, ticks, merges, lines around it and kind of file. */
export function composed(document: TrialDocument, key: string): Trial & { group: Group } {
  const choices = seededRandom(`${document.id} ${key}`)
  const group = choices.of(GROUPS)
  const own = anyHand(choices)
  const items = renumbered(document.rows)
  const leaves = anyLeaves(items, own, choices)
  const keeps = group !== 'csv' && group !== 'clipboard'
  const made = drawn(items, own, { leaves, merge: keeps ? choices.of(MERGES) : [] })
  const splits = keeps && choices.next() < 0.15
  const dittoed = !splits && choices.next() < 0.1 ? ditto(made.body, leaves) : made.body
  const body = splits ? splitBody(items, leaves, own, choices) : dittoed
  return {
    group,
    ...write(group, document, withPages(made, body, choices), choices),
    items: saidIn(leaves, items),
  }
}
