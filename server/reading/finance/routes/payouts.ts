import { findCategory } from '@server/domain/category'
import { chinaDate } from '@shared/common/period'
import type { PayoutPage, PayoutQuery } from '@shared/contract/reading/payout'
import type { z } from 'zod'
import { badRequest } from '@server/platform/errors'
import { payoutFileName, payoutRows, presentPayoutPage } from '../presenters/payouts'
import { listingsOf } from '../queries/payouts'
import type { Services } from '@server/platform/services'
import { publicFile, publicRead } from '@server/http/route'
import { tableFile } from '@server/http/tableFile'
import { removedOf } from '@server/disclosure/removals'
import { namesIn, requireOrgTarget } from '@server/people/orgs'

const tag = '阅读'

async function pageOf(
  { db, clock }: Services,
  code: string,
  { category: wanted, year }: z.output<typeof PayoutQuery>,
): Promise<PayoutPage> {
  const category = findCategory(wanted)
  if (!category) throw badRequest('category-not-found')
  const { org } = await requireOrgTarget(db, code, 'code')
  const scope = { orgCode: code, category: category.code }
  const listings = await listingsOf(db, scope, year, chinaDate(clock.now()))
  const page = presentPayoutPage({
    org,
    category,
    listings,
    names: await namesIn(db, [org], listings.rows),
  })
  const removed = await removedOf(db, org, { category: category.code, year: page.year })
  return { ...page, removed }
}

export const payoutRoutes = [
  publicRead('GET /orgs/:code/payouts', {
    tag,
    summary: '发放汇总：一类公示一年的发放名单，按项目、批次和时间汇总；不写年份看最近一年',
    keptUnder: ({ params: { code } }) => Promise.resolve(code),
    handle: ({ services, params: { code }, query }) => pageOf(services, code, query),
  }),
  publicFile('GET /orgs/:code/payouts/export', {
    cost: 60,
    tag,
    summary: '把发放汇总存成表格：内容和页面上的一样',
    handle: async ({ services, params: { code }, query: { format, ...query } }) => {
      const page = await pageOf(services, code, query)
      return tableFile(
        format,
        { name: payoutFileName(page, format), sheet: `${page.year}年` },
        payoutRows(page),
      )
    },
  }),
]
