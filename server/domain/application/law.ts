/**
 * Terms of the application procedure 依申请公开, as data: length, article, source, and the day on which the source was
 * read. A new edition of a law is a new entry with its own `since`; what no law sets is marked as ours.
 */
export interface Rule {
  n: number
  unit: 'working-day' | 'calendar-day'
  /** Law and article; for a convention of ours, the words that say so. */
  basis: string
  /** First day in force; null: not a rule of law. */
  since: string | null
  source: string
  checkedOn: string
}

const REGULATION = {
  since: '2019-05-15',
  source: 'https://www.gov.cn/zhengce/content/2019-04/15/content_5382991.htm',
  checkedOn: '2026-12-01',
} as const

/** 国务院令第711号. */
const article = (name: string): string => `《政府信息公开条例》${name}`

/** Reply 答复: day 1 is the first working day after the receipt. */
export const REPLY: Rule = { n: 20, unit: 'working-day', basis: article('第三十三条第二款'), ...REGULATION }

/** Longest extension 延长答复, approved by the head of the office and communicated to the applicant. */
export const EXTENSION: Rule = {
  n: 20,
  unit: 'working-day',
  basis: article('第三十三条第二款'),
  ...REGULATION,
}

/** Notice to correct an unclear application 补正告知, once. */
export const CORRECTION_NOTICE: Rule = {
  n: 7,
  unit: 'working-day',
  basis: article('第三十条'),
  ...REGULATION,
}

/** Term for the correction itself if the notice names none; the law says "reasonable". */
export const CORRECTION_LIMIT: Rule = {
  n: 15,
  unit: 'working-day',
  basis: '本地设定（条例第三十条只说“合理的补正期限”）',
  since: null,
  source: '本地设定，不是法律规定',
  checkedOn: '2026-12-01',
}

/** Opinion of a third party or of a joint maker 征求意见. Their silence has different effects: see `SILENCE`. */
export const OPINION: Rule = {
  n: 15,
  unit: 'working-day',
  basis: article('第三十二条、第三十四条'),
  ...REGULATION,
}

/** Payment of the processing fee 信息处理费. */
export const FEE_PAYMENT: Rule = {
  n: 20,
  unit: 'working-day',
  basis: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）及地方规定',
  since: '2021-01-01',
  source: '四川省的公开规定；本地规定待核对',
  checkedOn: '2026-12-01',
}

/** Application for administrative review 行政复议, from the delivery of the reply. */
export const REVIEW_WINDOW: Rule = {
  n: 60,
  unit: 'calendar-day',
  basis: '《行政复议法》第二十条第一款',
  since: '2024-01-01',
  source: '《中华人民共和国行政复议法》（2023年修订）',
  checkedOn: '2026-12-01',
}

/** Kinds of bodies and persons that are asked for their opinion. */
export const OPINION_KINDS = ['third-party', 'joint-body', 'other-body'] as const

/** What silence means for each kind; the two silences of the law are opposite and never mixed. */
export const SILENCE: Readonly<Record<(typeof OPINION_KINDS)[number], string>> = {
  'third-party': '第三方逾期没有提出意见，由本机关依照条例自己决定是否公开（第三十二条）',
  'joint-body': '共同制作的机关逾期没有提出意见，视为同意公开（第三十四条）',
  'other-body': '对方逾期没有提出意见，由本机关自己决定是否公开',
}
