/**
 * Rows and columns of the tables of the annual report 政府信息公开工作年度报告, in their order: 国办公开办函〔2021〕30号 of
 * 2021-09-26, as reprinted by 三门峡市自然资源和规划局 (1288675); checked on 2026-12-01.
 */

/** Applicants, the columns of table 三. */
export const APPLICANTS = {
  natural: '自然人',
  enterprise: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  'legal-service': '法律服务机构',
  'other-body': '其他',
} as const
export type Applicant = keyof typeof APPLICANTS
export const APPLICANT_CODES = Object.keys(APPLICANTS) as readonly Applicant[] as readonly [
  Applicant,
  ...Applicant[],
]

/** Outcomes, the 21 rows of 三、本年度办理结果. */
const OUTCOMES = {
  granted: '（一）予以公开',
  partial: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  'state-secret': '（三）1.属于国家秘密',
  forbidden: '（三）2.其他法律行政法规禁止公开',
  security: '（三）3.危及“三安全一稳定”',
  'third-party': '（三）4.保护第三方合法权益',
  internal: '（三）5.属于三类内部事务信息',
  process: '（三）6.属于四类过程性信息',
  'case-file': '（三）7.属于行政执法案卷',
  query: '（三）8.属于行政查询事项',
  'not-held': '（四）1.本机关不掌握相关政府信息',
  'to-be-made': '（四）2.没有现成信息需要另行制作',
  unclear: '（四）3.补正后申请内容仍不明确',
  petition: '（五）1.信访举报投诉类申请',
  repeat: '（五）2.重复申请',
  publication: '（五）3.要求提供公开出版物',
  excessive: '（五）4.无正当理由大量反复申请',
  reconfirm: '（五）5.要求行政机关确认或重新出具已获取信息',
  'no-correction': '（六）1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'no-fee': '（六）2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  other: '（六）3.其他',
} as const
export type Outcome = keyof typeof OUTCOMES
export const OUTCOME_CODES = Object.keys(OUTCOMES) as readonly Outcome[] as readonly [Outcome, ...Outcome[]]

/** The 25 number rows of table 三. */
export const ROWS = {
  new: '一、本年新收政府信息公开申请数量',
  'carried-in': '二、上年结转政府信息公开申请数量',
  ...OUTCOMES,
  total: '（七）总计',
  'carried-out': '四、结转下年度继续办理',
} as const
export type Row = keyof typeof ROWS
export const ROW_CODES = Object.keys(ROWS) as readonly Row[]

/** Kinds of normative documents of table 二. */
export const DOCUMENT_KINDS = ['rule', 'normative'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  rule: '规章',
  normative: '行政规范性文件',
}

/** Tracks and results of table 四. */
export const TRACKS = {
  review: '行政复议',
  'suit-direct': '行政诉讼（未经复议直接起诉）',
  'suit-after-review': '行政诉讼（复议后起诉）',
} as const
export type Track = keyof typeof TRACKS
export const TRACK_CODES = Object.keys(TRACKS) as readonly Track[] as readonly [Track, ...Track[]]

export const RESULTS = ['upheld', 'corrected', 'other'] as const
export type DisputeResult = (typeof RESULTS)[number]
