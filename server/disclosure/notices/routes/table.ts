import { requireCategory } from '@server/domain/category'
import { ATTACHMENTS } from '@shared/facts/disclosure/attachments'
import { chinaDate } from '@shared/common/period'
import { prepareTable } from '../commands/readTableUpload'
import { writeTemplate } from '@server/documents/table'
import { presentTemplate, tableContext } from '../presenters/tableTemplate'
import { loadNoticeForm } from '../queries/form'
import type { Services } from '@server/platform/services'
import { staffAskUpload, staffFile } from '@server/http/route'
import { fileName } from '@server/platform/download'
import type { Caller } from '@server/platform/access/caller'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'
import { requireItem } from '@server/catalogues/catalogue'

const tag = '公示办理'

/** Loads the item and its past publications for a person who may write its notices. */
async function placeOf(
  { services: { db, clock }, ...caller }: Caller & { services: Services },
  id: string,
  { org: code, period }: { org: string; period: string },
) {
  const org = await requireOrg(db, code, 'org')
  authorize(caller, 'notice.create', orgTarget(org))
  const item = await requireItem(db, id, org, 'id')
  const today = chinaDate(clock.now())
  const category = requireCategory(item.category)
  return {
    org,
    item,
    today,
    ground: await loadNoticeForm(db, { orgCode: code, item, category, today, period }),
  }
}

export const tableRoutes = [
  staffFile('GET /catalogue-items/:id/table', {
    tag,
    summary: '一个事项的表格模板：表头、示例行、下拉选项，期初余额已带好',
    handle: async ({ params: { id }, query, ...asked }) => {
      const { org, ...place } = await placeOf(asked, id, query)
      const template = presentTemplate(place, query.table, org)
      const content = await writeTemplate(template)
      return {
        name: fileName(`${template.title}-模板`, 'xlsx'),
        mime: ATTACHMENTS.kinds.xlsx.mime,
        bytes: content.length,
        sha256: null,
        content: [content],
      }
    },
  }),
  staffAskUpload('POST /catalogue-items/:id/table', {
    tag,
    summary: '读一份表格（xlsx、csv、照片）供填报：逐格指出问题，个人信息的列不读，什么也不保存',
    allow: async ({ actor, requestId }) => authorize({ actor, requestId }, 'table.send', {}),
    handle: async ({ params: { id }, body, file, ...asked }) => {
      const { today, ...place } = await placeOf(asked, id, body)
      const context = tableContext(place, body.table, today)
      return prepareTable({ name: body.name ?? file.name, bytes: file.bytes }, context, asked.services.models)
    },
  }),
]
