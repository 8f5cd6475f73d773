import { REPLY_KINDS, type CaseItem, type ReplyKindCode } from '@server/domain/application'
import { dateLabel } from '@shared/common/period'
import { sha256Hex } from '@shared/common/hash'
import { itemsWithPapers, papersOfItem } from './casePapers'
import type { ApplicationPaperRow } from './models/applicationPapers'
import type { ApplicationDeskRow, ApplicationRow } from './models/applications'

/**
 * Texts of the answer 答复书, as data. Our own plain words, neutral, not a model text of any province; checked on 2026-12-02
 * against 《政府信息公开条例》 §§14–16, 30–39 and 《行政复议法》(2023) §§20, 23.
 */
const FINDINGS: Readonly<Record<ReplyKindCode, string>> = {
  'already-public': '这项信息已经主动公开，获取的地方是：',
  given: '这项信息予以公开。获取的方式：',
  partly: '这项信息部分公开。不公开的部分和理由：',
  'refused-secret': '这项信息属于国家秘密，不予公开。理由：',
  'refused-by-law': '这项信息法律、行政法规禁止公开，不予公开。理由：',
  'refused-safety': '公开这项信息会危及国家安全、公共安全、经济安全、社会稳定，不予公开。理由：',
  'refused-third-party': '公开这项信息会损害第三方的合法权益，不予公开。理由：',
  'refused-internal': '这项信息属于内部事务信息，不予公开。理由：',
  'refused-process': '这项信息属于过程性信息，不予公开。理由：',
  'refused-enforcement': '这项信息属于行政执法案卷信息，不予公开。理由：',
  'special-inquiry': '查询这项信息另有规定，请向以下部门查询：',
  absent: '经检索，本机关没有这项信息。',
  'not-this-body': '这项信息不由本机关负责公开。',
  'needs-making': '这项信息要另外制作或者加工，本机关没有现成的。说明：',
  'still-unclear': '补正以后，要的内容仍然不明确。说明：',
  petition: '这项内容属于信访、投诉、举报，不作为政府信息公开申请处理。说明：',
  repeated: '这项内容本机关已经答复过，不再重复处理。原答复的编号：',
  publication: '这项内容是公开出版物，获取的途径：',
  excessive: '申请的数量、频次明显超过合理范围，说明的理由不合理，不予处理。说明：',
  'confirm-again': '这项信息您已经取得，本机关不再重新出具。说明：',
  'lapsed-correction': '逾期没有补正，不再处理。',
  'lapsed-fee': '逾期没有缴费，不再处理。',
  other: '按申请人的说明办理。',
}

const DIGITS = '〇一二三四五六七八九'

/** Writes a number below 100 as in the names of articles: 14 → 十四, 30 → 三十. */
function chinese(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const lead = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${lead}${ones === 0 ? '' : DIGITS[ones]}`
}

/** Articles 条款 that a kind of reply cites. */
export const articlesOf = (kind: ReplyKindCode): string[] =>
  REPLY_KINDS[kind].articles.map(one => {
    const { article, paragraph, item } = { paragraph: undefined, item: undefined, ...one }
    const of = paragraph === undefined ? '' : `第${chinese(paragraph)}款`
    return `第${chinese(article)}条${of}${item === undefined ? '' : `第（${chinese(item)}）项`}`
  })

/** What the answer says of an item besides the finding, where it is not where to get it, how, or why not. */
const DETAILS: Partial<Record<ReplyKindCode, (item: CaseItem) => string>> = {
  partly: ({ withheld }) =>
    (withheld ?? []).map(({ passage, reason }) => `${passage}（${reason}）`).join('；'),
  'not-this-body': ({ rightBody }) =>
    `负责公开的机关：${rightBody?.name ?? ''}，联系方式：${rightBody?.contact ?? ''}`,
  repeated: ({ earlier }) => earlier?.number ?? '',
}

function detailOf(item: CaseItem): string {
  const { kind, reasons, manner, address } = item
  const special = kind && DETAILS[kind]
  return special?.(item) ?? [address?.url ?? address?.issue, manner, reasons].filter(Boolean).join('。')
}

function findingOf(item: CaseItem, at: number, papers: readonly ApplicationPaperRow[]): string {
  const { asked, kind, articles } = item
  const head = `第 ${at + 1} 项：${asked ?? ''}`
  if (!kind) return `${head}\n（还没有办理结果）`
  const cited = (articles ?? []).join('、')
  const given = papersOfItem(papers, item.id)
  const annexes = given.length === 0 ? '' : `附：${given.join('、')}。`
  return `${head}\n${FINDINGS[kind]}${[detailOf(item), annexes].filter(Boolean).join('。')}${cited ? `（依据《政府信息公开条例》${cited}）` : ''}`
}

interface Lettered {
  application: Pick<ApplicationRow, 'number' | 'receivedOn' | 'items'>
  papers: readonly ApplicationPaperRow[]
}

/** Drafts the letter 答复书 item by item; the name is put in when it is printed. */
export function draftLetter(work: Lettered, orgName: string): string {
  const { number, receivedOn } = work.application
  const received = receivedOn === null ? '' : dateLabel(receivedOn)
  const findings = itemsWithPapers(work)
    .map((item, at) => findingOf(item, at, work.papers))
    .join('\n\n')
  return `本机关于${received}收到您的政府信息公开申请（编号：${number}），现逐项答复如下。\n\n${findings}\n\n${orgName}`
}

type Bodies = Pick<ApplicationDeskRow, 'reviewBody' | 'court'>

/** Drafts the remedy 救济途径 of the kinds of the items; it never follows from the row of the statistics. */
export function draftRemedy(items: readonly CaseItem[], { reviewBody, court }: Bodies): string {
  const rules = new Set(items.flatMap(({ kind }) => (kind ? [REPLY_KINDS[kind].remedy] : [])))
  const places = (rule: string) =>
    items
      .flatMap(({ kind }, at) => (kind && REPLY_KINDS[kind].remedy === rule ? [`第 ${at + 1} 项`] : []))
      .join('、')
  const parts = [
    ...(rules.has('review-first')
      ? [
          `对${places('review-first')}不服的，应当先向${reviewBody}申请行政复议，自收到本答复书之日起 60 日内提出；对复议决定不服的，自收到决定之日起 15 日内向${court}起诉。`,
        ]
      : []),
    ...(rules.has('review-or-suit')
      ? [
          `对${places('review-or-suit')}不服的，可以自收到本答复书之日起 60 日内向${reviewBody}申请行政复议，也可以自收到之日起 6 个月内直接向${court}起诉。`,
        ]
      : []),
  ]
  return parts.join('\n')
}

/** Hash of letter, remedy, items and papers: what the lawyer agreed to; any later change opens the review again. */
export function replyHash({ application, papers }: Hashed): string {
  const { letter, remedy, items } = application
  const annexes = papers.map(({ _id, itemId, name, sha256, withheld }) => [
    _id,
    itemId,
    name,
    sha256,
    withheld,
  ])
  return sha256Hex(JSON.stringify([letter, remedy, items, ...(annexes.length > 0 ? [annexes] : [])]))
}

interface Hashed {
  application: Pick<ApplicationRow, 'letter' | 'remedy' | 'items'>
  papers: readonly ApplicationPaperRow[]
}
