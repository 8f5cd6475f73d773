import { OrgCode } from '@shared/schemas/common'
import {
  FinanceClassPage,
  FinanceClassQuery,
  FinanceYear,
  FinanceYearQuery,
} from '@shared/schemas/financeYear'
import { z } from 'zod'
import { addressesUnder } from '../../presenters/columnExport/addresses'
import { presentFinanceClass, presentFinanceYear } from '../../presenters/financeYear'
import { presentFiscalPackage } from '../../presenters/fiscalPackage'
import { accountsIn, accountsOf } from '../../queries/financeYear'
import { placeOr404 } from '../../queries/orgs'
import { publicFile, publicRead } from '../define'

export const financeRoutes = [
  publicRead({
    path: '/orgs/:code/finance',
    tag: '阅读',
    summary: '财务年档：一年的账，逐期收支和余额，八类内容公开了没有；不写年份看最近一年',
    params: z.object({ code: OrgCode }),
    query: FinanceYearQuery,
    response: FinanceYear,
    handle: async ({ services: { models, clock }, params: { code }, query: { year } }) => {
      const { org } = await placeOr404(models, code, 'code')
      return presentFinanceYear(org, await accountsOf(models, code), year, clock.now())
    },
  }),
  publicFile({
    path: '/orgs/:code/finance/package',
    tag: '阅读',
    summary: '一年已公开的收支，存成 Fiscal Data Package（datapackage.json 和 csv 的压缩包），供研究和比对',
    params: z.object({ code: OrgCode }),
    query: FinanceYearQuery.required(),
    handle: async ({ services: { models, clock, config }, params: { code }, query: { year } }) => {
      const { org } = await placeOr404(models, code, 'code')
      return presentFiscalPackage({
        org: { code, name: org.name },
        year,
        accounts: () => accountsIn(models, code, year),
        to: addressesUnder(config.publicBaseUrl),
        now: clock.now(),
      })
    },
  }),
  publicRead({
    path: '/orgs/:code/finance/class',
    tag: '阅读',
    summary: '财务公开八类之一：一年或一期的收支明细，或者最近的台账、报表，和背后的公示',
    params: z.object({ code: OrgCode }),
    query: FinanceClassQuery,
    response: FinanceClassPage,
    handle: async ({ services: { models, clock }, params: { code }, query }) => {
      const { org } = await placeOr404(models, code, 'code')
      return presentFinanceClass(org, await accountsOf(models, code), query, clock.now())
    },
  }),
]
