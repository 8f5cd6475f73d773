import type { Outcome } from '@server/domain/annualReport'

/** Rule of the remedy 救济: R1 review first 复议前置, R0 review or suit 可复议可诉讼. */
export type RemedyRule = 'review-first' | 'review-or-suit'

/** An article that a reply cites; `paragraph` 款 and `item` 项 only where the kind needs them. */
export interface Article {
  article: number
  paragraph?: number
  item?: number
}

/** What must be on file before a reply of a kind is signed; the names are those of the case's fields. */
export const EVIDENCE = {
  address: '能打开的网址，或者公报期号、页码',
  papers: '提供的材料，或者获取的方式、途径和时间',
  redacted: '遮盖后的副本',
  withheld: '不公开的段落，每段写明理由',
  classification: '定密依据',
  secrecyReview: '保密审查的结论',
  forbiddingLaw: '禁止公开的法律、行政法规条文',
  assessment: '危及“三安全一稳定”的说明',
  opinion: '征求意见书、答复或者没有答复的记录、权衡的理由',
  internalKind: '属于三类内部事务信息的哪一类',
  processKind: '属于四类过程性信息的哪一类',
  fileNumber: '执法案卷的案号',
  specialRule: '特别规定、查询的部门和地址',
  search: '检索记录',
  rightBody: '负责公开的机关的名称和联系方式，或者写明不能确定',
  offered: '已经提供现有信息的记录',
  correction: '补正的往来',
  petitionWords: '属于信访、投诉、举报的原话',
  earlier: '以前的答复（同一申请人）的编号',
  publicationPlace: '出版物的名称和获取的地方',
  reasonExchange: '要求说明理由和申请人的说明',
  obtainedOn: '申请人什么时候已经取得这份信息',
  notice: '通知书和送达的记录、期满的日期',
  decision: '作出决定的人和日期',
  statement: '申请人的书面说明',
} as const
export type Evidence = keyof typeof EVIDENCE

/** One kind of reply to an asked item. Table row, article, remedy and evidence are four different things. */
export interface ReplyKind {
  name: string
  /** The one row of table 三. */
  outcome: Outcome
  /** Any of these is cited; empty: the law names none. */
  articles: readonly Article[]
  remedy: RemedyRule
  evidence: readonly Evidence[]
  /** The refusal needs reasons in this case. */
  reasons: boolean
}

const R0 = 'review-or-suit'
const R1 = 'review-first'

const kind = (
  name: string,
  outcome: Outcome,
  articles: readonly Article[],
  remedy: RemedyRule,
  evidence: readonly Evidence[],
  reasons = remedy === R1,
): ReplyKind => ({ name, outcome, articles, remedy, evidence, reasons })

const of36 = (item: number): Article[] => [{ article: 36, item }]

/**
 * Kinds of replies 答复种类 by 《政府信息公开条例》 §§14–16 and 30–39; remedies by 《行政复议法》(2023) §23(1)(4) and
 * 法释〔2025〕8号 §1(2): review comes first for §§14–16 and for partial disclosure, and for nothing else. Checked on
 * 2026-12-01.
 */
export const REPLY_KINDS = {
  'already-public': kind('已经主动公开', 'granted', of36(1), R0, ['address']),
  given: kind('予以公开', 'granted', of36(2), R0, ['papers']),
  partly: kind('部分公开', 'partial', [{ article: 37 }], R1, ['redacted', 'withheld']),
  'refused-secret': kind('不予公开：国家秘密', 'state-secret', [{ article: 14 }], R1, [
    'classification',
    'secrecyReview',
  ]),
  'refused-by-law': kind('不予公开：法律、行政法规禁止', 'forbidden', [{ article: 14 }], R1, [
    'forbiddingLaw',
    'secrecyReview',
  ]),
  'refused-safety': kind('不予公开：危及“三安全一稳定”', 'security', [{ article: 14 }], R1, [
    'assessment',
    'secrecyReview',
  ]),
  'refused-third-party': kind('不予公开：保护第三方合法权益', 'third-party', [{ article: 15 }], R1, [
    'opinion',
  ]),
  'refused-internal': kind('不予公开：内部事务信息', 'internal', [{ article: 16 }], R1, ['internalKind']),
  'refused-process': kind('不予公开：过程性信息', 'process', [{ article: 16 }], R1, ['processKind']),
  'refused-enforcement': kind('不予公开：行政执法案卷', 'case-file', [{ article: 16 }], R1, ['fileNumber']),
  'special-inquiry': kind('行政查询事项', 'query', of36(7), R0, ['specialRule']),
  absent: kind('信息不存在', 'not-held', of36(4), R0, ['search']),
  'not-this-body': kind('不属于本机关', 'not-held', of36(5), R0, ['rightBody'], true),
  'needs-making': kind('需要另行制作', 'to-be-made', [{ article: 38 }], R0, ['offered'], true),
  'still-unclear': kind('补正后仍不明确', 'unclear', [{ article: 30 }], R0, ['correction'], true),
  petition: kind(
    '信访、投诉、举报',
    'petition',
    [{ article: 39, paragraph: 1 }],
    R0,
    ['petitionWords'],
    true,
  ),
  repeated: kind('重复申请', 'repeat', of36(6), R0, ['earlier']),
  publication: kind('公开出版物', 'publication', [{ article: 39, paragraph: 2 }], R0, ['publicationPlace']),
  excessive: kind('大量反复申请', 'excessive', [{ article: 35 }], R0, ['reasonExchange'], true),
  'confirm-again': kind('要求确认或重新出具', 'reconfirm', [], R0, ['obtainedOn']),
  'lapsed-correction': kind('逾期不补正', 'no-correction', [{ article: 30 }], R0, ['notice', 'decision']),
  'lapsed-fee': kind('逾期不缴费', 'no-fee', [], R0, ['notice', 'decision']),
  other: kind('其他（如撤回）', 'other', [], R0, ['statement']),
} as const satisfies Record<string, ReplyKind>
export type ReplyKindCode = keyof typeof REPLY_KINDS

export const REPLY_KIND_CODES = Object.keys(REPLY_KINDS) as readonly ReplyKindCode[] as readonly [
  ReplyKindCode,
  ...ReplyKindCode[],
]

/** The outcome of a whole application and whether a clerk has to look at it. */
export interface MainOutcome {
  outcome: Outcome
  /** True: several different outcomes and nobody picked the main one; the first was taken. */
  assumed: boolean
}

/**
 * Counts a mixed application once: partial as soon as anything was separated, else the picked item's row, else the
 * first item's; null without items.
 */
export function mainOutcome(
  kinds: readonly ReplyKindCode[],
  picked: ReplyKindCode | null,
): MainOutcome | null {
  const outcomes = kinds.map(code => REPLY_KINDS[code].outcome)
  const [first] = outcomes
  if (first === undefined) return null
  if (outcomes.includes('partial')) return { outcome: 'partial', assumed: false }
  if (picked !== null) return { outcome: REPLY_KINDS[picked].outcome, assumed: false }
  return { outcome: first, assumed: outcomes.some(outcome => outcome !== first) }
}
