import { type Trial, drawn, hand, renumbered, saidIn, titleOf, whole, xlsx } from './kind'
import type { TrialDocument } from './facts'
import {
  type Leaf,
  ORDER,
  bodyRows,
  boxesText,
  cell,
  headRows,
  leavesOf,
  lineAcross,
  mapTexts,
  merged,
  tickLeaves,
  wordLeaves,
} from './sheet'

const BLANKED = /([\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff]{2}$)/

/** Full-width digits, blanks inside names, a deadline cut over lines. */
export function spaced(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ boxGap: ' ' }))
  const wide = (text: string): string =>
    text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const body = mapTexts(made.body, (text, _row, column) => {
    const { field } = made.leaves[column] as Leaf
    if (field === 'path') return text.length <= 8 ? text.replace(BLANKED, '$1 ') : text
    if (field === 'deadline') return wide(text).replace('日内', '日\n内')
    return field === 'no' ? wide(text) : text
  })
  return { file: 'a.xlsx', bytes: xlsx([...made.head, ...body]), items: made.items }
}

export function extras(document: TrialDocument): Trial {
  const own = hand({ elements: 'lines' })
  const other = (header: string, texts: readonly string[]): Leaf => ({
    field: 'other',
    header: [header],
    text: (_item, at) => texts[at % texts.length] ?? '',
  })
  const base = ORDER.flatMap(field => leavesOf(field, document.rows, own))
  const at = base.findIndex(({ field }) => field === 'deadline')
  const leaves = [
    ...base.slice(0, at),
    other('条款内容', [
      '《中华人民共和国政府信息公开条例》第二十条（十二）突发公共事件的应急预案',
      '第十九条',
    ]),
    other('依据效力（位阶）', ['法规', '规章']),
    ...base.slice(at),
    other('责任科室', ['综合减灾组', '办公室']),
    other('监督电话', ['0819-2251234']),
    other('备注', ['', '每年更新']),
  ]
  const made = drawn(document.rows, own, { leaves, merge: ['path'] })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

/** Items side by side: every row of the sheet is a field. */
export function transposed(document: TrialDocument): Trial {
  const own = hand({ elements: 'lines' }, {})
  const leaves = ORDER.flatMap(field =>
    field === 'audience' || field === 'mode' || field === 'levels'
      ? wordLeaves[field](own)
      : leavesOf(field, document.rows, own),
  )
  const table = leaves.map(leaf => [
    cell(leaf.header.at(-1) ?? ''),
    ...document.rows.map((item, at) => cell(leaf.text(item, at))),
  ])
  return { file: 'a.xlsx', bytes: xlsx(table), items: saidIn(leaves, document.rows) }
}

/** 公开方式 twice: the second one is over the levels. */
export function sameWordTwice(document: TrialDocument): Trial {
  const own = hand({ elements: 'semicolons' }, { levels: '公开方式' })
  const order = [
    'no',
    'path',
    'elements',
    'basis',
    'deadline',
    'subjects',
    'channels',
    'audience',
    'mode',
    'other',
    'levels',
  ] as const
  const other: Leaf = { field: 'other', header: ['备注'], text: () => '' }
  const leaves = order.flatMap(field => (field === 'other' ? [other] : leavesOf(field, document.rows, own)))
  const made = drawn(document.rows, own, { leaves, merge: ['path', 'channels'] })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

export function bareNumberHead(document: TrialDocument): Trial {
  const own = hand({ elements: 'lines', boxGap: '' }, { no: '' })
  const made = drawn(renumbered(document.rows), own, { merge: ['path'] })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

/** A level of names that the header does not announce: its column is under the same merged word. */
export function unannounced(document: TrialDocument): Trial {
  const own = hand({ elements: 'numbers' })
  const items = document.rows
  const leaves = ORDER.flatMap(field => leavesOf(field, items, own)).map(leaf =>
    leaf.field === 'path' ? { ...leaf, header: ['公开事项'] } : leaf,
  )
  const depth = leaves.filter(({ field }) => field === 'path').length
  const head = headRows(leaves)
  const first = leaves.findIndex(({ field }) => field === 'path')
  const start = head[0]?.[first]
  if (start) start.across = depth
  for (let at = first + 1; at < first + depth; at++) (head[0] as (typeof head)[number])[at] = null
  const body = merged(bodyRows(items, leaves), leaves, ['path'])
  return { file: 'a.xlsx', bytes: xlsx([...head, ...body]), items: saidIn(leaves, items) }
}

const CHINESE = '一二三四五六七八九十'

export function chineseNumbers(document: TrialDocument): Trial {
  const items = renumbered(document.rows, at => `（${CHINESE[at % 10]}）`)
  const made = drawn(items, hand({ elements: 'commas', boxGap: ' ' }), {
    merge: ['path', 'deadline', 'subjects'],
  })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

export function dottedNumbers(document: TrialDocument): Trial {
  const items = renumbered(document.rows, at => `1.${at + 1}`)
  const made = drawn(items, hand({ elements: 'lines', boxes: ['☑', '☐'] }), { merge: ['path'] })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

export function dittoed(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'numbers' }))
  const body = mapTexts(made.body, (text, row, column) => {
    const { field } = made.leaves[column] as Leaf
    const repeats = row > 0 && text !== '' && made.body[row - 1]?.[column]?.text === text
    return repeats && ['basis', 'deadline', 'subjects', 'channels'].includes(field) ? '同上' : text
  })
  return { file: 'a.xlsx', bytes: xlsx([...made.head, ...body]), items: made.items }
}

/** Names down a narrow column, one character a line. */
export function upright(document: TrialDocument): Trial {
  const made = drawn(document.rows, hand({ elements: 'lines' }), { merge: ['path'] })
  const first = made.leaves.findIndex(({ field }) => field === 'path')
  const body = mapTexts(made.body, (text, _row, column) => (column === first ? [...text].join('\n') : text))
  return { file: 'a.xlsx', bytes: xlsx([...made.head, ...body]), items: made.items }
}

/** Audience, mode and levels as boxes in one cell each. */
export function boxed(document: TrialDocument): Trial {
  const own = hand({ elements: 'numbers', boxes: ['■', '□'], boxGap: '' })
  const box = (on: boolean, word: string): string => `${on ? '■' : '□'}${word}`
  const leaves = ORDER.flatMap((field): Leaf[] => {
    if (field === 'audience') {
      return [
        {
          field,
          header: ['公开对象'],
          text: ({ scope }) =>
            `${box(scope !== 'specific', '全社会')} ${box(scope !== 'public', '特定群体')}`,
        },
      ]
    }
    if (field === 'mode') {
      return [
        {
          field,
          header: ['公开方式'],
          text: ({ mode }) =>
            `${box(mode !== 'on-request', '主动公开')}\n${box(mode !== 'active', '依申请公开')}`,
        },
      ]
    }
    if (field === 'levels') {
      return [
        {
          field,
          header: ['公开层级'],
          text: ({ levels }) =>
            own.levelWords.map(([word, level]) => box(levels.includes(level), word)).join(' '),
        },
      ]
    }
    return leavesOf(field, document.rows, own)
  })
  const made = drawn(document.rows, own, { leaves })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

/** Channels without boxes, one a line; three header rows; a row of column numbers. */
export function plainChannels(document: TrialDocument): Trial {
  const own = hand(
    {
      elements: 'numbers',
      tick: '√',
      levelWords: [
        ['区级', 'county'],
        ['街道（乡镇）', 'town'],
        ['社区（村）', 'village'],
      ],
    },
    { elements: '公开内容\n（要素）', channels: '公开渠道和\n载体' },
  )
  const items = document.rows.map(item => ({ ...item, listed: item.channels }))
  const leaves = ORDER.flatMap((field): Leaf[] =>
    field === 'channels'
      ? [{ field, header: ['公开渠道和\n载体'], text: item => item.channels.join('\n') }]
      : leavesOf(field, items, own),
  )
  const made = drawn(items, own, { leaves, merge: ['path', 'subjects'] })
  const numbers = leaves.map((_, at) => cell(String(at + 1)))
  return {
    file: 'a.xlsx',
    bytes: xlsx([lineAcross(titleOf(document), leaves.length), ...made.head, numbers, ...made.body]),
    items: made.items,
  }
}

/** The area in a column before the number, merged over its items. */
export function areaColumn(document: TrialDocument): Trial {
  const own = hand({ elements: 'lines', tick: '是', noTick: '否' })
  const area: Leaf = { field: 'other', header: ['领域'], text: () => document.area }
  const leaves = [area, ...ORDER.flatMap(field => leavesOf(field, document.rows, own))]
  const made = drawn(document.rows, own, { leaves, merge: ['other', 'path', 'deadline'] })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

/** Deadline and channels merged over pairs of rows while the subject between them is not. */
export function mergedAround(document: TrialDocument): Trial {
  const own = hand({ elements: 'lines', boxGap: ' ' })
  const leaves = ORDER.flatMap(field =>
    field === 'levels' || field === 'audience' ? tickLeaves[field](own) : leavesOf(field, document.rows, own),
  )
  const made = drawn(document.rows, own, {
    leaves,
    merge: ['path', 'deadline', 'channels', 'elements', 'basis'],
  })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

/** Names of channels and their boxes the other way round, and a remark at the end of the cell. */
export function boxesAfter(document: TrialDocument): Trial {
  const own = hand({ elements: 'numbers' })
  const leaves = ORDER.flatMap((field): Leaf[] =>
    field === 'channels'
      ? [
          {
            field,
            header: ['公开渠道和载体'],
            text: item =>
              item.listed.map(name => `${name}${item.channels.includes(name) ? '☑' : '□'}`).join(' '),
          },
        ]
      : leavesOf(field, document.rows, own),
  )
  const made = drawn(document.rows, own, { leaves })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}

/** A note at the end of the channels, which is no channel. */
export function channelNote(document: TrialDocument): Trial {
  const own = hand({ elements: 'semicolons' })
  const leaves = ORDER.flatMap((field): Leaf[] =>
    field === 'channels'
      ? [
          {
            field,
            header: ['公开渠道和载体'],
            text: item => `${boxesText(item, ['■', '□'], '\n')}\n注：有关公开信息可推送或归集至省级平台。`,
          },
        ]
      : leavesOf(field, document.rows, own),
  )
  const made = drawn(document.rows, own, { leaves })
  return { file: 'a.xlsx', bytes: xlsx(whole(made)), items: made.items }
}
