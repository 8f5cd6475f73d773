import type { Category } from '@shared/contract/catalogues/category'
import { periodLabel } from '@shared/common/period'
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

/** Public: a year's lists of one category, gathered from the current notices. */
export function presentPayoutPage({ org, category, listings, names }: Input): PayoutPage {
  const { year, years, rows, cut } = listings
  const all = rows.map(row => ({ row, listing: listingOf(row, names) }))
  const lists = all.filter(({ listing }) => listsOf(listing).length > 0).map(({ listing }) => listing)
  const payouts = gather(lists)
  return {
    org: presentOrgRef(org),
    category: { code: category.code, name: category.name },
    year,
    years,
    blocks: presentPayouts(year, payouts),
    schemes: presentSchemes(payouts),
    doubts: doubtsOf(lists, payouts),
    without: all
      .filter(({ listing }) => listsOf(listing).length === 0)
      .map(({ row: { noticeId, period, sentence, content } }) => ({
        noticeId,
        title: content.title,
        periodLabel: periodLabel(period),
        sentence,
      })),
    cut,
  }
}

/** Returns the page as rows of a sheet: the same tables, then each line with its notice. */
export const payoutRows = ({ org, category, year, blocks, schemes, doubts }: PayoutPage): Rows => [
  [`${org.name}${year}年${category.name}发放汇总`],
  ...[...blocks, detailTable(schemes)].flatMap(block => [[], ...blockRows(block)]),
  ...(doubts.length > 0 ? [[], ['对不上的地方'], ...doubts.map(({ text }) => [text])] : []),
]

export const payoutFileName = ({ org, category, year }: PayoutPage, format: string): string =>
  fileName(`${org.name}-${year}年${category.name}发放汇总`, format)
