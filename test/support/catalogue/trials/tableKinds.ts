import { workbookOf } from './writers'
import { type Kind, type Trial, drawn, hand, renumbered, saidIn, titleOf, whole, xlsx } from './kind'
import type { Item, TrialDocument } from './facts'
import {
  type Leaf,
  type Table,
  HAND,
  ORDER,
  bodyRows,
  cell,
  headRows,
  leavesOf,
  lineAcross,
  merged,
  wordLeaves,
} from './sheet'
import { type SplitField, splitOver } from './split'

import {
  spaced,
  extras,
  transposed,
  sameWordTwice,
  bareNumberHead,
  unannounced,
  chineseNumbers,
  dottedNumbers,
  dittoed,
  upright,
  boxed,
  plainChannels,
  areaColumn,
  mergedAround,
  boxesAfter,
  channelNote,
} from './columnKinds'

const national = (document: TrialDocument): Trial => {
  const made = drawn(document.rows, HAND, { merge: ['path', 'basis', 'deadline', 'subjects', 'channels'] })
  return {
    file: 'a.xlsx',
    bytes: xlsx([lineAcross(titleOf(document), made.leaves.length), ...whole(made)]),
    items: made.items,
  }
}

/** Numbers merged over several names: one number, several items. */
function oneNumber(document: TrialDocument): Trial {
  const own = hand({ tick: '✓', elements: 'lines', boxGap: ' ' })
  const items = document.rows.map((item, at) => ({ ...item, no: String(Math.floor(at / 2) + 1) }))
  const leaves = ORDER.flatMap(field => leavesOf(field, items, own))
  const body = merged(bodyRows(items, leaves), leaves, ['path'])
  for (let row = 0; row + 1 < body.length; row += 2) {
    const first = body[row]?.[0]
    if (first) first.down = 2
    ;(body[row + 1] as (typeof body)[number])[0] = null
  }
  return { file: 'a.xlsx', bytes: xlsx([...headRows(leaves), ...body]), items: saidIn(leaves, items) }
}

const splitKind =
  (field: SplitField, keepsMerges: boolean): ((document: TrialDocument) => Trial) =>
  document => {
    const own = hand({ elements: field === 'elements' ? 'circled' : 'numbers' })
    const items = renumbered(document.rows)
    const leaves = ORDER.flatMap(name => leavesOf(name, items, own))
    const body = splitOver(items, leaves, field, own.elements, keepsMerges)
    return { file: 'a.xlsx', bytes: xlsx([...headRows(leaves), ...body]), items: saidIn(leaves, items) }
  }

function pages(document: TrialDocument): Trial {
  const own = hand({ tick: '■', elements: 'semicolons', boxGap: '  ' })
  const made = drawn(document.rows, own)
  const width = made.leaves.length
  const table: Table = [lineAcross(titleOf(document), width)]
  for (let row = 0; row < made.body.length; row += 2) {
    table.push(...made.head.map(line => line.map(one => one && { ...one })), ...made.body.slice(row, row + 2))
    table.push(lineAcross(`第 ${row / 2 + 1} 页，共 ${Math.ceil(made.body.length / 2)} 页`, width))
  }
  return { file: 'a.xlsx', bytes: xlsx(table), items: made.items }
}

function noted(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'bullets', boxGap: ' ' }), {
    merge: ['path', 'subjects'],
  })
  const width = made.leaves.length
  const table: Table = [
    lineAcross('附件3', width),
    lineAcross(titleOf(document), width),
    lineAcross('填报单位（盖章）：××县政务服务局          填报时间：2026年3月', width),
    ...whole(made),
    lineAcross('填表说明', width),
    [
      cell('1'),
      cell('“公开内容（要素）”按照各领域标准指引填写，可以根据本地实际增加。', 1, width - 1),
      ...Array<null>(width - 2).fill(null),
    ],
    [
      cell('2'),
      cell('“公开渠道和载体”标记■的为必选，标记□的为可选。', 1, width - 1),
      ...Array<null>(width - 2).fill(null),
    ],
    lineAcross('3.“公开层级”指公开主体所在的层级，由主管部门确定并及时更新。', width),
  ]
  return { file: 'a.xlsx', bytes: xlsx(table, '目录'), items: made.items }
}

const channelLeaves = (items: readonly Item[], tick: string, none: string): Leaf[] =>
  [...new Set(items.flatMap(({ listed }) => listed))].map(name => ({
    field: 'channels' as const,
    header: ['公开渠道和载体', name],
    text: item => (item.channels.includes(name) ? tick : none),
  }))

function matrix(tick: string, none: string): (document: TrialDocument) => Trial {
  return document => {
    const own = hand({ tick, noTick: none, elements: 'lines' })
    const all = [...new Set(document.rows.flatMap(({ listed }) => listed))]
    const items = document.rows.map(item => ({ ...item, listed: all }))
    const leaves = ORDER.flatMap(field =>
      field === 'channels' ? channelLeaves(items, tick, none) : leavesOf(field, items, own),
    )
    const made = drawn(items, own, { leaves, merge: ['path', 'subjects'] })
    return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
  }
}

function inWords(document: TrialDocument): Trial {
  const own = hand(
    { elements: 'semicolons', basis: 'glued', pathWords: ['事项大类', '事项名称', '子项名称', '细项名称'] },
    {
      no: '编号',
      elements: '内容要素',
      basis: '法规政策依据',
      deadline: '时限要求',
      subjects: '责任主体',
      channels: '发布渠道',
      audience: '公开范围',
      mode: '公开属性',
      levels: '公开级别',
    },
  )
  const order = [
    'no',
    'levels',
    'subjects',
    'path',
    'elements',
    'deadline',
    'basis',
    'mode',
    'audience',
    'channels',
  ] as const
  const leaves = order.flatMap(field =>
    field === 'audience' || field === 'mode' || field === 'levels'
      ? wordLeaves[field](own)
      : leavesOf(field, document.rows, own),
  )
  const made = drawn(document.rows, own, { leaves })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

function hiddenParts(document: TrialDocument): Trial {
  const own = hand({ tick: '1' })
  const other: Leaf = { field: 'other', header: ['内部流转'], text: () => '已审' }
  const leaves = [...ORDER.flatMap(field => leavesOf(field, document.rows, own)), other]
  const made = drawn(document.rows, own, { leaves })
  return {
    file: 'a.xlsx',
    bytes: xlsx(whole(made), '目录', {
      hiddenRows: [made.head.length + 1],
      hiddenColumns: [leaves.length - 1],
    }),
    items: made.items,
  }
}

/** Two areas in one sheet, each with its title, header and notes. */
function twoTables(document: TrialDocument): Trial {
  const half = Math.ceil(document.rows.length / 2)
  const parts = [document.rows.slice(0, half), document.rows.slice(half)].filter(rows => rows.length > 0)
  const items = parts.map(rows => renumbered(rows))
  const made = items.map(rows => drawn(rows, hand({ elements: 'brackets' }), { merge: ['path'] }))
  const table = made.flatMap((one, at) => [
    lineAcross(
      `${'一二'[at]}、${at === 0 ? document.area : '养老服务'}领域政务公开标准目录`,
      one.leaves.length,
    ),
    ...whole(one),
    [cell('')],
  ])
  return { file: 'a.xlsx', bytes: xlsx(table), items: made.flatMap(one => one.items) }
}

async function bookOf(document: TrialDocument, made: ReturnType<typeof drawn>): Promise<Buffer> {
  const rows = ['社会救助', document.area, '养老服务'].map((area, at) => [
    cell(String(at + 1)),
    cell(area),
    cell(String(at + 2)),
  ])
  return workbookOf([
    ['总目录', [[cell('序号'), cell('领域名称'), cell('页码')], ...rows]],
    [
      '填表说明',
      [
        '一、本表由各单位填写。',
        '二、公开事项按照领域标准指引编制。',
        '三、公开时限不得超过20个工作日。',
      ].map(text => [cell(text)]),
    ],
    [`2.${document.area}`, whole(made)],
    [
      '不涉及领域',
      [
        [cell('序号'), cell('领域'), cell('不涉及原因')],
        [cell('1'), cell('税收管理'), cell('无此职能')],
      ],
    ],
  ])
}

function book(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'lines', tick: '●', boxes: ['☑', '□'] }), {
    merge: ['path', 'deadline'],
  })
  return { file: 'a.xlsx', bytes: bookOf(document, made), items: made.items }
}

export const TABLE_KINDS: readonly Kind[] = [
  { name: '国家样式，两行表头，合并', group: 'xlsx', make: national },
  { name: '一个序号管几项', group: 'xlsx', make: oneNumber },
  { name: '内容分行，其余合并', group: 'xlsx', make: splitKind('elements', true) },
  { name: '渠道分行，其余合并', group: 'xlsx', make: splitKind('channels', true) },
  { name: '依据分行，其余合并', group: 'xlsx', unseen: true, make: splitKind('basis', true) },
  { name: '内容分行，其余空白', group: 'xlsx', make: splitKind('elements', false) },
  { name: '渠道分行，其余空白', group: 'xlsx', unseen: true, make: splitKind('channels', false) },
  { name: '每页重复表头和页码', group: 'xlsx', make: pages },
  { name: '附件号、填报单位、编号的填表说明', group: 'xlsx', make: noted },
  { name: '渠道一列一项，1 / 0', group: 'xlsx', make: matrix('1', '0') },
  { name: '渠道一列一项，✔ / 空', group: 'xlsx', unseen: true, make: matrix('✔', '') },
  { name: '列序和列名都不同，勾选写成文字', group: 'xlsx', make: inWords },
  { name: '隐藏的行和列', group: 'xlsx', make: hiddenParts },
  { name: '一张工作表两张表', group: 'xlsx', make: twoTables },
  { name: '工作簿：目次、说明、目录、不涉及', group: 'xlsx', make: book },
  { name: '全角数字、字间空格、日 内拆行', group: 'xlsx', make: spaced },
  { name: '模板以外的列', group: 'xlsx', make: extras },
  { name: '行列对调', group: 'xlsx', make: transposed },
  { name: '公开方式写了两次', group: 'xlsx', unseen: true, make: sameWordTwice },
  { name: '序号列没有表头', group: 'xlsx', make: bareNumberHead },
  { name: '事项各级在一个表头下', group: 'xlsx', unseen: true, make: unannounced },
  { name: '序号（一）', group: 'xlsx', make: chineseNumbers },
  { name: '序号 1.1', group: 'xlsx', unseen: true, make: dottedNumbers },
  { name: '同上', group: 'xlsx', make: dittoed },
  { name: '竖排的类名', group: 'xlsx', unseen: true, make: upright },
  { name: '一格里的方框：对象、方式、层级', group: 'xlsx', make: boxed },
  { name: '渠道不带框，一行一个；栏号行', group: 'xlsx', unseen: true, make: plainChannels },
  { name: '领域一列在最前，是 / 否', group: 'xlsx', make: areaColumn },
  { name: '左右合并，中间不合并', group: 'xlsx', unseen: true, make: mergedAround },
  { name: '方框在名称后面', group: 'xlsx', make: boxesAfter },
  { name: '渠道格末尾的注', group: 'xlsx', unseen: true, make: channelNote },
]
