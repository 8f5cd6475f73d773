import type { NoticePage } from '@shared/contract/reading/site'
import { chinaDate, dateLabel } from '@shared/common/period'
import { gone, notFound } from '@server/platform/errors'
import type { Db } from '@server/platform/store/db'
import { addressesUnder } from '@server/platform/config/publicAddresses'
import { presentNoticePage } from '../presenters/noticePage'
import type { Services } from '@server/platform/services'
import { publicFile, publicRead } from '@server/http/route'
import { tableFile } from '@server/http/tableFile'
import { presentAlongside, alongsideOf } from '@server/disclosure/discrepancies'
import { presentWall, proofsOf, exportName, exportRows } from '@server/reading/channels'
import { entryOf, erasuresOf, newestCheckpoint } from '@server/disclosure/ledger'
import { editionsOf, findPublished, lastPublished } from '@server/disclosure/publications'
import { objectionCounts } from '@server/participation/objections'
import { namesIn, requireOrgTarget } from '@server/people/orgs'
import { orderOn, orgOfNotice } from '@server/disclosure/notices'

const tag = '阅读'

async function requirePublished(db: Db, id: string, wanted?: number) {
  const published = await findPublished(db, id, wanted)
  if (published) return published
  const erasure = (await erasuresOf(db, id)).at(-1)
  if (!erasure) throw notFound('notice-not-found')
  const day = dateLabel(chinaDate(new Date(erasure.at)))
  throw gone('notice-erased', `这条公示已于${day}依法删除，依据：${erasure.basis}`)
}

/** Loads everything that the page of a published notice shows. */
async function requirePage({ db, clock }: Services, id: string, wanted?: number): Promise<NoticePage> {
  const published = await requirePublished(db, id, wanted)
  const { edition } = published.publication
  const [place, issuer, editions, names, recorded, erasures, objections, order, proofs, last] =
    await Promise.all([
      requireOrgTarget(db, published.publication.orgCode, 'id'),
      requireOrgTarget(db, published.item.orgCode, 'id'),
      editionsOf(db, id),
      namesIn(db, [], [published.publication]),
      entryOf(db, id, edition),
      erasuresOf(db, id),
      objectionCounts(db, id),
      orderOn(db, id),
      proofsOf(db, published.publication),
      lastPublished(db, published.publication),
    ])
  return presentNoticePage({
    published,
    ...place,
    issuerName: issuer.org.name,
    names,
    editions,
    recorded,
    erasures,
    objections,
    order,
    proofs,
    last,
    now: clock.now(),
  })
}

export const noticeRoutes = [
  publicRead('GET /notices/:id', {
    mayBeGone: true,
    tag,
    summary: '一条公示：内容、所属事项、监督审核和历次版本；edition 看以前的一版',
    keptUnder: ({ services, params: { id } }) => orgOfNotice(services.db, id),
    handle: ({ services, params: { id }, query }) => requirePage(services, id, query.edition),
  }),
  publicFile('GET /notices/:id/export', {
    mayBeGone: true,
    tag,
    summary: '把一条公示存成表格：内容和页面上的一样',
    handle: async ({ services, params: { id }, query: { format } }) => {
      const page = await requirePage(services, id)
      const named = { name: exportName(page, format), sheet: page.notice.periodLabel }
      return tableFile(format, named, exportRows(page))
    },
  }),
  publicFile('GET /notices/:id/wall', {
    mayBeGone: true,
    tag,
    summary: '一条公示上墙进群：公示单 PDF（a4、a3）、群海报、公众号文章、广播稿，内容和页面上的一样',
    handle: async ({ services, params: { id }, query: { form } }) => {
      const page = await requirePage(services, id)
      if (page.withdrawn) throw notFound('notice-not-found')
      const address = addressesUnder(services.config.publicBaseUrl).notice(id)
      const newest = await newestCheckpoint(services)
      const checkpoint = newest && { size: newest.size, root: newest.root }
      const wall = { page, address, checkpoint, madeOn: chinaDate(services.clock.now()) }
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
