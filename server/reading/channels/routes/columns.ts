import { chinaDate } from '@shared/common/period'
import { presentColumn, presentColumnIndex } from '../presenters/column'
import { presentColumnExport } from '../presenters/columnExport'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { requireColumn, columnsOf, newestRecords } from '../queries/columns'
import { publicFile, publicRead } from '@server/http/route'

const tag = '栏目'

export const columnRoutes = [
  publicRead('GET /orgs/:code/columns', {
    tag,
    summary: '全部栏目：现行目录的每个事项一个栏目，最近公开的时间，哪些单位该更新没有更新',
    handle: async ({ services: { db, clock }, params: { code } }) =>
      presentColumnIndex(await columnsOf(db, code, chinaDate(clock.now()))),
  }),
  publicRead('GET /orgs/:code/columns/:key', {
    tag,
    summary: '一个栏目：同一事项，街道（镇）和各村（社区）公开的内容；地址不随目录换版而变',
    handle: async ({ services: { db, clock, config }, params: { code, key } }) =>
      presentColumn(
        await requireColumn(db, code, key, chinaDate(clock.now())),
        addressesUnder(config.publicBaseUrl),
      ),
  }),
  publicFile('GET /orgs/:code/columns/:key/export', {
    cost: 20,
    tag,
    summary: '把一个栏目给现有的门户网站用：HTML、JSON 或 RSS，内容和页面上的一样',
    handle: async ({ services: { db, clock, config }, params: { code, key }, query: { format } }) => {
      const column = await requireColumn(db, code, key, chinaDate(clock.now()))
      const newest = await newestRecords(db, column)
      return presentColumnExport({
        column,
        newest,
        format,
        to: addressesUnder(config.publicBaseUrl),
        now: clock.now(),
      })
    },
  }),
]
