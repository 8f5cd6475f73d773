import { yuanText } from '@shared/common/money'
import { periodLabel } from '@shared/common/period'
import { foldContent } from '@shared/presentation/fold'
import { recipientTotals } from '@shared/content/statement'
import type { ContentBlock, NoticeContent, RecipientRow } from '@shared/contract/disclosure/notice'
import { shownRecipients } from '@shared/presentation/recipients'

type Recipients = Extract<ContentBlock, { type: 'recipients' }>

/** A published notice, as far as a year's payouts need it. */
export interface Listing {
  noticeId: string
  /** Name of the village that a street's notice is about. */
  aboutName: string | null
  publishedAt: string
  content: NoticeContent
}

/** Sum of one scheme and standard in a notice; with `small`, neither its count nor its amount may be shown. */
export interface Payout {
  listing: Listing
  row: RecipientRow
  small: boolean
}

/** Returns the batch 批次 in a title: 第一批, 第2批. */
export const batchOf = (title: string): string | null =>
  /第[0-9〇零一二三四五六七八九十]+批/.exec(title.normalize('NFKC'))?.[0] ?? null

export const listsOf = ({ content }: Listing): Recipients[] =>
  content.blocks.filter((block): block is Recipients => block.type === 'recipients' && block.rows.length > 0)

/**
 * Returns the sums of a notice by scheme and standard, from the rows that it shows after its publicity period, so that
 * their totals reveal no more than they do.
 */
function payoutsOf(listing: Listing): Payout[] {
  const folded = { ...listing, content: foldContent(listing.content) }
  return listsOf(folded).flatMap(block => {
    const { rows, small } = shownRecipients(block)
    return [
      ...rows.map(row => ({ listing, row, small: false })),
      ...small.map(row => ({ listing, row, small: true })),
    ]
  })
}

/** Returns the sums of all notices, in their order. */
export const gather = (listings: readonly Listing[]): Payout[] => listings.flatMap(payoutsOf)

/**
 * Returns a sentence where the stated total differs from the sum of the rows 合计不一致; without figures if there are
 * small groups.
 */
function statedDoubts(listing: Listing, hasSmall: boolean): string[] {
  return listsOf(listing).flatMap(block => {
    const { persons, fen } = recipientTotals(block)
    if (persons === block.totalPersons && fen === block.totalFen) return []
    const where = `${periodLabel(listing.content.period)}《${listing.content.title}》`
    if (hasSmall) return [`${where}写的合计和各行加起来不一样。`]
    const stated = `${block.totalPersons}人${yuanText(block.totalFen)}`
    return [`${where}写的合计是${stated}，各行加起来是${persons}人${yuanText(fen)}；这里按各行加。`]
  })
}

const idOf = ({ listing, row }: Payout): string =>
  [row.scheme, listing.content.period, listing.aboutName, batchOf(listing.content.title)].join('|')

/** Returns possible duplicates 可能重复: the same scheme and period in two notices without different batches. */
function doubledDoubts(payouts: readonly Payout[]): { noticeId: string; text: string }[] {
  const seen = new Map<string, Payout>()
  return payouts.flatMap(payout => {
    const { listing, row } = payout
    const first = seen.get(idOf(payout))
    if (!first) seen.set(idOf(payout), payout)
    if (!first || first.listing.noticeId === listing.noticeId) return []
    const about = listing.aboutName ? `${listing.aboutName}的` : ''
    return [{
      noticeId: listing.noticeId,
      text: `${periodLabel(listing.content.period)}${about}“${row.scheme}”在《${first.listing.content.title}》和《${listing.content.title}》里都有，都加进来了，可能重复。`,
    }] // prettier-ignore
  })
}

/** Returns every inconsistency of the notices, each with its notice. */
export function doubtsOf(
  listings: readonly Listing[],
  payouts: readonly Payout[],
): { noticeId: string; text: string }[] {
  const small = new Set(payouts.filter(one => one.small).map(({ listing }) => listing.noticeId))
  const stated = listings.flatMap(listing =>
    statedDoubts(listing, small.has(listing.noticeId)).map(text => ({ noticeId: listing.noticeId, text })),
  )
  const doubled = doubledDoubts(payouts)
  return [...stated, ...new Map(doubled.map(one => [one.text, one])).values()]
}
