import { chinaDate } from '@shared/common/period'
import { notFound } from '@server/platform/errors'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { noticePage, requirePublished } from '../noticePage'
import { publicFile, publicRead } from '@server/http/route'
import { tableFile } from '@server/http/tableFile'
import { presentAlongside, alongsideOf } from '@server/disclosure/discrepancies'
import { miniCode, presentWall, exportName, exportRows } from '@server/reading/channels'
import { newestCheckpoint } from '@server/disclosure/ledger'
import { orgOfNotice } from '@server/disclosure/notices'

const tag = '阅读'

export const noticeRoutes = [
  publicRead('GET /notices/:id', {
    mayBeGone: true,
    tag,
    summary: '一条公示：内容、所属事项、监督审核和历次版本；edition 看以前的一版',
    keptUnder: ({ services, params: { id } }) => orgOfNotice(services.db, id),
    handle: ({ services, params: { id }, query }) => noticePage(services, id, query.edition),
  }),
  publicFile('GET /notices/:id/export', {
    cost: 60,
    mayBeGone: true,
    tag,
    summary: '把一条公示存成表格：内容和页面上的一样',
    handle: async ({ services, params: { id }, query: { format } }) => {
      const page = await noticePage(services, id)
      const named = { name: exportName(page, format), sheet: page.notice.periodLabel }
      return tableFile(format, named, exportRows(page))
    },
  }),
  publicFile('GET /notices/:id/wall', {
    cost: 200,
    mayBeGone: true,
    tag,
    summary: '一条公示上墙进群：公示单 PDF（a4、a3）、群海报、公众号文章、广播稿',
    handle: async ({ services, params: { id }, query: { form } }) => {
      const page = await noticePage(services, id)
      if (page.withdrawn) throw notFound('notice-not-found')
      const address = addressesUnder(services.config.publicBaseUrl).notice(id)
      const newest = await newestCheckpoint(services)
      const checkpoint = newest && { size: newest.size, root: newest.root }
      const code = await miniCode(services, id)
      const wall = { page, address, code, checkpoint, madeOn: chinaDate(services.clock.now()) }
      return presentWall(wall, form, services.printer)
    },
  }),
  publicRead('GET /notices/:id/alongside', {
    mayBeGone: true,
    tag,
    summary: '对照：村（社区）与街道（镇）公开的同一事项、同一期，逐项比对',
    handle: async ({ services: { db, clock }, params: { id } }) => {
      const published = await requirePublished(db, id)
      const alongside = published.publication.withdrawn ? null : await alongsideOf(db, published)
      if (!alongside) throw notFound('notice-not-found')
      return presentAlongside(alongside, clock.now())
    },
  }),
]
