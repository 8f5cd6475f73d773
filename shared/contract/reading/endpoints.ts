import { z } from 'zod'
import { endpoints } from '../endpoint'
import { ById, ByOrg, Id, NoQuery, OrgCode, TableFormat } from '../common'
import { NoticeChannels, RecordProof, RemoveProof } from './channelProof'
import { CodeQuery, CodeTargets } from './code'
import { ColumnFormat, ColumnIndex, ColumnPage, ItemKey } from './column'
import { FinanceClassPage, FinanceClassQuery, FinanceYear, FinanceYearQuery } from './financeYear'
import { Household } from './household'
import { PayoutPage, PayoutQuery } from './payout'
import {
  AlongsidePage,
  CataloguePage,
  CategoryList,
  ChoicesQuery,
  Feed,
  FeedQuery,
  Home,
  HomeQuery,
  ItemPage,
  ItemQuery,
  Meta,
  NoticePage,
  NoticeQuery,
  OrgList,
  OrgPage,
  CalendarQuery,
  DisclosureCalendar,
  VillageChoices,
} from './site'
import { SearchPage, SearchQuery } from './search'
import { CardQuery, CardShape } from './shareCard'
import { WallForm } from './wall'
import { SetZone, Zone, ZonePaperQuery } from './zone'

/** Endpoints of public reading 公众查阅. */
export const readingEndpoints = endpoints({
  'GET /meta': { response: Meta },
  'GET /home': { query: HomeQuery, response: Home },
  'GET /orgs': { query: NoQuery, response: OrgList },
  'GET /villages': { query: ChoicesQuery, response: VillageChoices },
  'GET /orgs/:code': { params: ByOrg, query: NoQuery, response: OrgPage },
  'GET /orgs/:code/calendar': { params: ByOrg, query: CalendarQuery, response: DisclosureCalendar },
  'GET /orgs/:code/notices': { params: ByOrg, query: FeedQuery, response: Feed },
  'GET /codes': { query: CodeQuery, response: CodeTargets },
  'GET /categories': { query: NoQuery, response: CategoryList },
  'GET /notices/:id': { params: ById, query: NoticeQuery, response: NoticePage },
  'GET /notices/:id/export': { params: ById, query: z.object({ format: TableFormat }), download: true },
  'GET /notices/:id/wall': { params: ById, query: z.object({ form: WallForm }), download: true },
  'GET /notices/:id/card': { params: ById, query: z.object({ shape: CardShape }), download: true },
  'GET /share-card': { query: CardQuery, download: true },
  'GET /notices/:id/alongside': { params: ById, query: NoQuery, response: AlongsidePage },
  'GET /orgs/:code/catalogue': { params: ByOrg, query: NoQuery, response: CataloguePage },
  'GET /catalogue-items/:id': { params: ById, query: ItemQuery, response: ItemPage },
  'GET /orgs/:code/columns': { params: ByOrg, query: NoQuery, response: ColumnIndex },
  'GET /orgs/:code/columns/:key': {
    params: z.object({ code: OrgCode, key: ItemKey }),
    query: NoQuery,
    response: ColumnPage,
  },
  'GET /orgs/:code/columns/:key/export': {
    params: z.object({ code: OrgCode, key: ItemKey }),
    query: z.object({ format: ColumnFormat }),
    download: true,
  },
  'GET /search': { query: SearchQuery, response: SearchPage },
  'GET /orgs/:code/finance': { params: ByOrg, query: FinanceYearQuery, response: FinanceYear },
  'GET /orgs/:code/finance/export': {
    params: ByOrg,
    query: FinanceYearQuery.required().extend({ format: TableFormat }),
    download: true,
  },
  'GET /orgs/:code/finance/package': { params: ByOrg, query: FinanceYearQuery.required(), download: true },
  'GET /orgs/:code/finance/class': { params: ByOrg, query: FinanceClassQuery, response: FinanceClassPage },
  'GET /orgs/:code/payouts': { params: ByOrg, query: PayoutQuery, response: PayoutPage },
  'GET /orgs/:code/payouts/export': {
    params: ByOrg,
    query: PayoutQuery.extend({ format: TableFormat }),
    download: true,
  },
  'POST /notices/:id/proofs': { params: ById, body: RecordProof, response: NoticeChannels },
  'POST /notices/:id/proofs/:proof/remove': {
    params: z.object({ id: Id, proof: Id }),
    body: RemoveProof,
    response: NoticeChannels,
  },
  'GET /orgs/:code/zone': { params: ByOrg, query: NoQuery, response: Zone },
  'PUT /orgs/:code/zone': { params: ByOrg, body: SetZone, response: Zone },
  'GET /orgs/:code/zone/paper': { params: ByOrg, query: ZonePaperQuery, download: true },
  'GET /me/household': { response: Household },
})
