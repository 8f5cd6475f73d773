import { SHEET_MIMES, writeCatalogues } from '@server/documents/catalogue/export'
import { notFound } from '@server/platform/errors'
import { findItem, villageCounts } from '../queries/itemPage'
import { publicFile, publicRead } from '@server/http/route'
import { presentItemPage } from '../presenters/itemPage'
import { fileName } from '@server/platform/download'
import { presentCatalogue, requireVersion, catalogueFor } from '@server/catalogues/catalogue'
import { requireOrgTarget } from '@server/people/orgs'

const tag = '阅读'

export const catalogueRoutes = [
  publicRead('GET /orgs/:code/catalogue', {
    tag,
    summary: '现行公开目录：本机构的，或上级中最近的；按领域列出事项',
    handle: async ({ services: { db }, params: { code } }) => {
      const inForce = await catalogueFor(db, await requireOrgTarget(db, code, 'code'))
      if (!inForce) throw notFound('catalogue-not-found', 'code')
      return presentCatalogue(inForce, await villageCounts(db, inForce.issuer._id))
    },
  }),
  publicFile('GET /catalogues/:id/export', {
    cost: 60,
    tag,
    summary: '把一版公开目录存成文件：国家标准目录的样式，可以再导入',
    handle: async ({ services: { db }, params: { id }, query: { format } }) => {
      const { catalogue, sheet } = await requireVersion(db, id)
      const content = await writeCatalogues(format, [sheet])
      return {
        name: fileName(`${catalogue.title}（第${catalogue.version}版）`, format),
        mime: SHEET_MIMES[format],
        bytes: content.length,
        sha256: null,
        content: [content],
      }
    },
  }),
  publicRead('GET /catalogue-items/:id', {
    tag,
    summary: '一个公开事项：标准要求，街道（镇）和各村（社区）的公开情况',
    handle: async ({ services: { db }, params: { id }, query }) => {
      if (query.org) await requireOrgTarget(db, query.org, 'org')
      const found = await findItem(db, id, query.org ?? null)
      if (!found) throw notFound('item-not-found', 'id')
      return presentItemPage(found)
    },
  }),
]
