import fc from 'fast-check'
import type { GroupName, Style } from './sheetOf'
import { NATIONAL_STYLE } from './styles'

/** Header words that counties use for each column. */
const WORDS: Readonly<Record<GroupName, string[]>> = {
  no: ['序号', '序 号', '编号', '序'],
  path: ['公开事项', '公 开\n事 项', '公开项目', '事项', '公開事項'],
  elements: [
    '公开内容(要素)',
    '公开内容（要素）',
    '公开内容',
    '公开要素',
    '内容要素',
    '公开内容\n（要素）及要求',
  ],
  basis: ['公开依据', '依据', '公开依據', '政策依据'],
  deadline: ['公开时限', '公开期限', '时限', '公开时间', '公開時限'],
  subjects: ['公开主体', '公开责任主体', '主体', '公开单位', '责任主体'],
  channels: ['公开渠道和载体', '公开渠道', '公开载体', '公开渠道\n及载体', '公开方式和渠道'],
  audience: ['公开对象', '对象', '公开范围'],
  mode: ['公开方式', '公开属性'],
  levels: ['公开层级', '层级', '公开级别'],
  phone: ['咨询电话', '监督电话', '监督举报电话'],
}

const GROUPS: readonly GroupName[] = NATIONAL_STYLE.order

const anyOrder: fc.Arbitrary<GroupName[]> = fc.oneof(
  fc.constant<GroupName[]>([...GROUPS]),
  fc.constant<GroupName[]>([...GROUPS, 'phone']),
  fc
    .shuffledSubarray([...GROUPS], { minLength: GROUPS.length })
    .map((order): GroupName[] => ['no', ...order.filter(group => group !== 'no')]),
)

/** Any layout of the same ten fields. */
export const anyStyle: fc.Arbitrary<Style> = fc.record({
  order: anyOrder,
  headers: fc.record(
    Object.fromEntries(
      Object.entries(WORDS).map(([group, words]) => [group, fc.constantFrom(...words)]),
    ) as Record<GroupName, fc.Arbitrary<string>>,
  ),
  levels: fc.constantFrom<Style['levels']>(
    [
      { label: '县级', levels: ['county'] },
      { label: '乡级', levels: ['town'] },
      { label: '村级', levels: ['village'] },
    ],
    [
      { label: '区级', levels: ['county'] },
      { label: '镇（街道）级', levels: ['town'] },
      { label: '村（社区）', levels: ['village'] },
    ],
    [
      { label: '市级', levels: ['city'] },
      { label: '县（区）级', levels: ['county'] },
      { label: '乡镇级', levels: ['town'] },
      { label: '村级', levels: ['village'] },
    ],
  ),
  tick: fc.constantFrom('√', '✓', '☑', '■', '▲', '●', '是', ' √ ', '✔'),
  boxes: fc.constantFrom<Style['boxes']>(
    ['■', '□'],
    ['☑', '☐'],
    ['▲', '△'],
    ['●', '○'],
    ['√', '□'],
    ['☒', '☐'],
    ['■ ', '□ '],
  ),
  boxGap: fc.constantFrom('', ' ', '\n', '  ', '\u00a0'),
  bullets: fc.constantFrom<Style['bullets']>('comma', 'bullet', 'number', 'semicolon', 'lines'),
  channelColumns: fc.boolean(),
  modeAsText: fc.boolean(),
  title: fc.constantFrom(null, '某县社会救助领域基层政务公开标准目录', '附件1 公开目录'),
  headerGap: fc.constantFrom('', '', '\n', ' '),
  merge: fc.subarray<GroupName>([
    'path',
    'elements',
    'basis',
    'deadline',
    'subjects',
    'channels',
    'levels',
    'audience',
    'mode',
  ]),
})
