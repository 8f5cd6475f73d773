import type { ApplicationStep } from '@shared/contract/participation/application'

export interface StepField {
  name: string
  label: string
  help?: string
  multiline?: true
  optional?: true
  /** A number. */
  number?: true
  options?: readonly { value: string; label: string }[]
}

interface StepForm {
  label: string
  help: string
  fields: readonly StepField[]
}

const REASON: readonly StepField[] = [{ name: 'reason', label: '原因', multiline: true }]
const OPINIONS = [
  { value: 'agreed', label: '同意公开' },
  { value: 'partly', label: '部分同意' },
  { value: 'refused', label: '不同意' },
  { value: 'silent', label: '到期没有答复' },
]

/** Form of each step but the items', in the order of the handling 补不补、谁负责、有没有、给不给、怎么答. */
export const STEP_FORMS: Partial<Record<ApplicationStep, StepForm>> = {
  confirm: { label: '已与申请人确认', help: '确认之日起算答复期限', fields: [] },
  correct: {
    label: '告知补正',
    help: '收到后 7 个工作日内、只能一次；不清楚的地方一次说全',
    fields: [{ name: 'text', label: '哪里不清楚、怎么补', multiline: true }],
  },
  lapse: { label: '逾期，不再处理', help: '过了期限，由人决定', fields: REASON },
  take: { label: '开始办理', help: '写得清楚，不用补正', fields: [] },
  'seek-opinion': {
    label: '征求意见',
    help: '征求意见的时间不计入答复期限',
    fields: [
      { name: 'to', label: '征求谁的意见' },
      {
        name: 'kind',
        label: '是什么人',
        options: [
          { value: 'third-party', label: '第三方' },
          { value: 'joint-body', label: '共同制作的机关' },
          { value: 'other-body', label: '其他机关' },
        ],
      },
      { name: 'itemId', label: '第几项' },
    ],
  },
  opinion: {
    label: '收到意见',
    help: '写清怎样权衡',
    fields: [
      { name: 'to', label: '谁的意见' },
      { name: 'itemId', label: '第几项' },
      { name: 'answer', label: '意见', options: OPINIONS },
      { name: 'weighing', label: '怎样权衡', multiline: true, optional: true },
    ],
  },
  extend: {
    label: '延期',
    help: '一次，最多 20 个工作日，期满前告知申请人',
    fields: [
      { name: 'wd', label: '延长几个工作日', number: true },
      { name: 'reason', label: '原因', multiline: true },
    ],
  },
  fee: {
    label: '发收费通知',
    help: '金额照规定算，只记录，不收钱；检索、复制、邮寄不收费',
    fields: [
      {
        name: 'by',
        label: '怎么算',
        options: [
          { value: 'items', label: '按件：同一人本月的申请' },
          { value: 'pages', label: '按页：这一件的页数' },
        ],
      },
      { name: 'pages', label: '页数（按页算的写）', number: true, optional: true },
      { name: 'text', label: '账户和缴费的办法' },
    ],
  },
  paid: { label: '已缴费', help: '缴费之日起重新算', fields: [] },
  draft: {
    label: '照模板拟答复书',
    help: '照每一项的结果拟，拟好再看',
    fields: [
      {
        name: 'lateReason',
        label: '过了期限的，写明原因',
        help: '没有过期不用写',
        multiline: true,
        optional: true,
      },
    ],
  },
  'to-lawyer': { label: '送律师审核', help: '征地拆迁的一定要送', fields: [] },
  'to-head': { label: '送负责人签发', help: '', fields: [] },
  return: { label: '退回修改', help: '', fields: REASON },
  deliver: {
    label: '登记送达',
    help: '当面、邮政寄出或者网上送达',
    fields: [
      {
        name: 'manner',
        label: '怎么送的',
        options: [
          { value: 'direct', label: '当面' },
          { value: 'post', label: '邮政' },
          { value: 'platform', label: '网上' },
        ],
      },
      { name: 'proof', label: '凭据（签名、邮件号）' },
    ],
  },
  activate: {
    label: '转为主动公开',
    help: '两个以上的人申请同一项，可以公开的，20 个工作日内主动公开',
    fields: [
      { name: 'itemId', label: '第几项' },
      {
        name: 'accept',
        label: '转不转',
        options: [
          { value: 'yes', label: '转为主动公开' },
          { value: 'no', label: '不转' },
        ],
      },
      { name: 'reason', label: '理由', multiline: true },
      { name: 'catalogueItem', label: '放进目录的哪一项', optional: true },
      { name: 'area', label: '目录里还没有的，写属于哪个领域', optional: true },
      { name: 'address', label: '已经公开的，写网址', optional: true },
    ],
  },
  remedy: {
    label: '登记复议或者诉讼',
    help: '有结果以前不能归档',
    fields: [
      {
        name: 'track',
        label: '是哪一种',
        options: [
          { value: 'review', label: '行政复议' },
          { value: 'suit-direct', label: '直接起诉' },
          { value: 'suit-after-review', label: '复议以后起诉' },
        ],
      },
      { name: 'body', label: '复议机关或者法院' },
    ],
  },
  'remedy-result': {
    label: '登记复议或者诉讼的结果',
    help: '纠正的，自动开一件重新答复的案卷',
    fields: [
      { name: 'id', label: '第几件' },
      {
        name: 'result',
        label: '结果',
        options: [
          { value: 'upheld', label: '维持' },
          { value: 'corrected', label: '纠正' },
          { value: 'other', label: '其他' },
        ],
      },
    ],
  },
  archive: { label: '归档', help: '材料齐、没有复议诉讼才能归档', fields: [] },
  withdraw: { label: '申请人撤回', help: '', fields: REASON },
}
