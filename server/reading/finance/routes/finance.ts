import { addressesUnder } from '@server/platform/config/publicAddresses'
import {
  financeFileName,
  financeRows,
  presentFinanceClass,
  presentFinanceYear,
} from '../presenters/financeYear'
import { presentFiscalPackage } from '../presenters/fiscalPackage'
import { accountsIn, accountsOf } from '../queries/financeYear'
import { publicFile, publicRead } from '@server/http/route'
import { tableFile } from '@server/http/tableFile'
import { removedOf } from '@server/disclosure/removals'
import { requireOrgTarget } from '@server/people/orgs'

export const financeRoutes = [
  publicRead('GET /orgs/:code/finance', {
    tag: '阅读',
    summary: '全年的账：一年的账，逐期收支和余额，八类内容公开了没有；不写年份看最近一年',
    handle: async ({ services: { db, clock }, params: { code }, query: { year } }) => {
      const { org } = await requireOrgTarget(db, code, 'code')
      const page = presentFinanceYear(org, await accountsOf(db, code), year, clock.now())
      const removed = await removedOf(db, org, { category: 'village-finance', year: page.year })
      return { ...page, removed }
    },
  }),
  publicFile('GET /orgs/:code/finance/export', {
    cost: 60,
    tag: '阅读',
    summary: '把一年的账存成表格：逐期收支，八类内容的明细、台账和报表，和页面上的一样',
    handle: async ({ services: { db, clock }, params: { code }, query: { year, format } }) => {
      const { org } = await requireOrgTarget(db, code, 'code')
      const rows = financeRows(org, await accountsOf(db, code), year, clock.now())
      return tableFile(format, { name: financeFileName(org, year, format), sheet: `${year}年` }, rows)
    },
  }),
  publicFile('GET /orgs/:code/finance/package', {
    cost: 20,
    tag: '阅读',
    summary: '一年已公开的收支，存成 Fiscal Data Package（datapackage.json 和 csv 的压缩包），供研究和比对',
    handle: async ({ services: { db, clock, config }, params: { code }, query: { year } }) => {
      const { org } = await requireOrgTarget(db, code, 'code')
      return presentFiscalPackage({
        org: { code, name: org.name },
        year,
        accounts: () => accountsIn(db, code, year),
        to: addressesUnder(config.publicBaseUrl),
        now: clock.now(),
      })
    },
  }),
  publicRead('GET /orgs/:code/finance/class', {
    tag: '阅读',
    summary: '财务公开八类之一：一年或一期的收支明细，或者最近的台账、报表，和背后的公示',
    handle: async ({ services: { db, clock }, params: { code }, query }) => {
      const { org } = await requireOrgTarget(db, code, 'code')
      return presentFinanceClass(org, await accountsOf(db, code), query, clock.now())
    },
  }),
]
