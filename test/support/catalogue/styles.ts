import type { GroupName, Style } from './sheetOf'

const ORDER: GroupName[] = [
  'no',
  'path',
  'elements',
  'basis',
  'deadline',
  'subjects',
  'channels',
  'audience',
  'mode',
  'levels',
]

const HEADERS: Record<GroupName, string> = {
  no: '序号',
  path: '公开事项',
  elements: '公开内容(要素)',
  basis: '公开依据',
  deadline: '公开时限',
  subjects: '公开主体',
  channels: '公开渠道和载体',
  audience: '公开对象',
  mode: '公开方式',
  levels: '公开层级',
  phone: '咨询电话',
}

/** The layout of the ministries' templates. */
export const NATIONAL_STYLE: Style = {
  order: ORDER,
  headers: HEADERS,
  levels: [
    { label: '县级', levels: ['county'] },
    { label: '乡级', levels: ['town'] },
    { label: '村级', levels: ['village'] },
  ],
  tick: '√',
  boxes: ['■', '□'],
  boxGap: ' ',
  bullets: 'comma',
  channelColumns: false,
  modeAsText: false,
  title: '某县社会救助领域基层政务公开标准目录',
  headerGap: '',
  merge: ['path', 'deadline', 'subjects'],
}

/** Layouts as counties vary them. */
export const STYLES: Readonly<Record<string, Style>> = {
  national: NATIONAL_STYLE,
  shuffled: {
    ...NATIONAL_STYLE,
    order: [
      'no',
      'subjects',
      'path',
      'deadline',
      'audience',
      'elements',
      'levels',
      'basis',
      'mode',
      'channels',
    ],
    title: null,
    tick: '✓',
    boxes: ['☑', '☐'],
    boxGap: '\n',
  },
  'alias headers': {
    ...NATIONAL_STYLE,
    headers: {
      ...HEADERS,
      no: '编号',
      path: '公开项目',
      elements: '公开要素',
      deadline: '公开期限',
      subjects: '责任主体',
      channels: '公开载体',
      audience: '公开范围',
      levels: '层级',
    },
    bullets: 'bullet',
    boxGap: '',
    tick: '●',
    merge: [],
  },
  'broken header words': { ...NATIONAL_STYLE, headerGap: '\n', bullets: 'number', tick: '■' },
  'a column a channel': { ...NATIONAL_STYLE, channelColumns: true, bullets: 'semicolon', tick: '是' },
  'mode in words, phone column': {
    ...NATIONAL_STYLE,
    order: [...ORDER, 'phone'],
    headers: { ...HEADERS, mode: '公开属性' },
    modeAsText: true,
    bullets: 'lines',
    tick: '▲',
    merge: ['path', 'basis', 'deadline', 'subjects', 'channels'],
  },
  'traditional headers': {
    ...NATIONAL_STYLE,
    headers: {
      ...HEADERS,
      no: '序號',
      path: '公開事項',
      elements: '公開內容(要素)',
      basis: '公開依據',
      deadline: '公開時限',
      subjects: '公開主體',
      channels: '公開渠道和載體',
      audience: '公開對象',
      levels: '公開層級',
    },
    tick: '1',
  },
  'damaged headers': {
    ...NATIONAL_STYLE,
    headers: { ...HEADERS, path: '开事项', deadline: '公开时', basis: '公开依拒', subjects: '公开主休' },
    tick: '√',
  },
}
