import type { Category } from '@shared/contract/catalogues/category'
import { periodLabel } from '@shared/common/period'
import { isPaidList } from '@shared/content/paidList'
import { type Listing, doubtsOf, gather, listsOf, presentPayouts, presentSchemes } from '../payouts'
import { detailTable } from '../payouts/detail'
import type { PayoutPage } from '@shared/contract/reading/payout'
import type { ListingRow, Listings } from '../queries/payouts'
import { fileName } from '@server/platform/download'
import { type OrgNames, presentOrgRef, type OrgRow } from '@server/people/orgs'
import { type Rows, blockRows } from '@server/disclosure/publications'

interface Input {
  org: OrgRow
  category: Category
  listings: Listings
  names: OrgNames
}

const listingOf = ({ noticeId, regards, publishedAt, content }: ListingRow, names: OrgNames): Listing => ({
  noticeId,
  aboutName: regards === null ? null : (names.get(regards) ?? null),
  publishedAt: publishedAt.toISOString(),
  content,
})

const mentioned = ({ noticeId, period, sentence, content }: ListingRow) => ({
  noticeId,
  title: content.title,
  periodLabel: periodLabel(period),
  sentence,
})

/** Public: a year's lists of one category, gathered from the current notices. */
export function presentPayoutPage({ org, category, listings, names }: Input): PayoutPage {
  const { year, years, rows, cut } = listings
  const all = rows.map(row => ({ row, listing: listingOf(row, names) }))
  const lists = all.filter(({ listing }) => listsOf(listing).length > 0)
  const paid = lists.filter(({ listing }) => isPaidList(listing.content)).map(({ listing }) => listing)
  const pending = lists.filter(({ listing }) => !isPaidList(listing.content))
  const proposed = pending.map(({ listing }) => listing)
  const payouts = gather(paid)
  return {
    org: presentOrgRef(org),
    category: { code: category.code, name: category.name },
    year,
    years,
    blocks: presentPayouts(year, payouts),
    schemes: presentSchemes(payouts),
    doubts: [...doubtsOf(paid, payouts), ...doubtsOf(proposed, gather(proposed))],
    pending: pending.map(({ row }) => mentioned(row)),
    without: all.filter(({ listing }) => listsOf(listing).length === 0).map(({ row }) => mentioned(row)),
    cut,
  }
}

/** Returns the page as rows of a sheet: the same tables, then each line with its notice. */
export const payoutRows = ({
  org,
  category,
  year,
  blocks,
  schemes,
  doubts,
  pending = [],
}: PayoutPage): Rows => [
  [`${org.name}${year}年${category.name}发放汇总`],
  ...[...blocks, detailTable(schemes)].flatMap(block => [[], ...blockRows(block)]),
  ...(pending.length > 0
    ? [[], ['公示中，还没有发，没有算进来'], ...pending.map(({ title }) => [title])]
    : []),
  ...(doubts.length > 0 ? [[], ['对不上的地方'], ...doubts.map(({ text }) => [text])] : []),
]

export const payoutFileName = ({ org, category, year }: PayoutPage, format: string): string =>
  fileName(`${org.name}-${year}年${category.name}发放汇总`, format)
