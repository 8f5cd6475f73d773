import { POWER_CLASSES, POWER_NATURES, POWER_ROLES, STEP_KINDS } from '@shared/facts/power/terms'

/** Notation of a value in a cell. `list`: one per line. `fen`: in yuan. `yes`: 是 or nothing. */
type Kind = 'text' | 'whole' | 'fen' | 'yes' | 'list'

/** A column of the workbook: its header, the path of its value in the row's object, and the words for codes. */
export interface Column {
  header: string
  path: string
  kind: Kind
  words?: readonly { code: string; label: string }[]
}

const column = (header: string, path: string, kind: Kind = 'text', words?: Column['words']): Column => ({
  header,
  path,
  kind,
  ...(words && { words }),
})

const source = (name: string, path: string): Column[] => [
  column(`${name}出处`, `${path}source`),
  column(`${name}核对日期`, `${path}checkedOn`),
  column(`${name}本地设定`, `${path}localSetting`, 'yes'),
]

const UNITS = [
  { code: 'working-day', label: '工作日' },
  { code: 'calendar-day', label: '自然日' },
]

const limit = (name: string, path: string): Column[] => [
  column(name, `${path}.n`, 'whole'),
  column(`${name}单位`, `${path}.unit`, 'text', UNITS),
  ...source(name, `${path}.`),
]

const share = (name: string, path: string): Column[] => [
  column(`${name}分子`, `${path}.n`, 'whole'),
  column(`${name}分母`, `${path}.d`, 'whole'),
  column(`${name}须超过`, `${path}.strict`, 'yes'),
]

const WHEN = [
  { code: 'always', label: '都' },
  { code: 'amount', label: '按金额' },
  { code: 'result', label: '按结果' },
  { code: 'else', label: '其他情况' },
]
const OF = [
  { code: 'present', label: '到会' },
  { code: 'eligible', label: '应到' },
]
const BALLOT = [
  { code: 'secret', label: '无记名' },
  { code: 'open', label: '记名或举手' },
]
const CHANGED = [
  { code: 'refuse', label: '不许改' },
  { code: 'vote-again', label: '重新表决' },
]
const ENTRY = [
  { code: 'conditions', label: '条件' },
  { code: 'materials', label: '材料' },
  { code: 'negative', label: '负面清单' },
]

const ITEM = column('编号', 'item')
const STEP = column('环节', 'step')

/** The sheets of a power list 小微权力清单 workbook; every row begins with the code of its item. */
export const SHEETS = {
  items: {
    name: '事项',
    columns: [
      column('编号', 'code'),
      column('名称', 'name'),
      column('类别', 'class', 'text', POWER_CLASSES),
      column('性质', 'nature', 'text', POWER_NATURES),
      column('说明', 'summary'),
      column('责任单位', 'responsible.body'),
      column('责任人', 'responsible.role', 'text', POWER_ROLES),
      column('职责', 'responsible.duty'),
      ...limit('总时限', 'totalLimit'),
      column('通过的会议', 'adopted.meeting'),
      column('通过日期', 'adopted.on'),
      column('生效日期', 'inForce'),
    ],
  },
  basis: { name: '依据', columns: [ITEM, column('依据', 'text'), ...source('', '')] },
  entries: {
    name: '条件材料负面清单',
    columns: [ITEM, column('种类', 'kind', 'text', ENTRY), column('内容', 'text')],
  },
  steps: {
    name: '环节',
    columns: [
      ITEM,
      column('代号', 'id'),
      column('名称', 'name'),
      column('种类', 'kind', 'text', STEP_KINDS),
      column('办理人', 'actor', 'text', POWER_ROLES),
      column('做什么', 'action'),
      column('结果', 'output'),
      column('表单', 'form'),
      ...limit('时限', 'limit'),
      ...limit('至少等', 'least'),
      column('避开', 'notBy', 'list'),
      column('佐证', 'evidence', 'list'),
      column('监督人', 'supervision.by', 'text', POWER_ROLES),
      column('查什么', 'supervision.checks'),
      column('监督记录', 'supervision.evidence'),
      column('公开内容', 'disclosure.what'),
      column('公开领域', 'disclosure.area'),
      column('公开事项', 'disclosure.path', 'list'),
      column('公开类别', 'disclosure.category'),
      column('公开凭证', 'disclosure.evidence', 'list'),
      ...limit('公开时限', 'disclosure.within'),
      ...share('到会', 'vote.present'),
      ...share('同意', 'vote.pass'),
      column('同意按', 'vote.pass.of', 'text', OF),
      column('表决方式', 'vote.ballot', 'text', BALLOT),
      column('表决后改金额', 'vote.amountChanged', 'text', CHANGED),
      ...source('表决', 'vote.'),
      ...source('金额界限', 'branchSource.'),
    ],
  },
  ways: {
    name: '去向',
    columns: [
      ITEM,
      STEP,
      column('条件', 'when.kind', 'text', WHEN),
      column('从（元，含）', 'when.fromFen', 'fen'),
      column('不到（元）', 'when.belowFen', 'fen'),
      column('结果', 'when.result'),
      column('去向', 'to'),
      column('退回原因', 'back.reason'),
      column('最多退回几次', 'back.atMost', 'whole'),
    ],
  },
  risks: { name: '风险', columns: [ITEM, STEP, column('风险点', 'risk'), column('防控措施', 'control')] },
} as const satisfies Record<string, { name: string; columns: readonly Column[] }>

export type SheetKey = keyof typeof SHEETS
