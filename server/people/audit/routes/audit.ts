import { AuditEntry } from '@shared/contract/people/audit'
import { authorize } from '@server/platform/access/authorize'
import { orgTarget } from '@server/people/orgs/orgTarget'
import { presentAuditEntry } from '../presenters/auditEntry'
import { allEntries, auditPage } from '../queries/auditEntries'
import { requireOrg } from '@server/catalogues/catalogue/queries/requireItem'
import type { AuditRow } from '@server/platform/store/collections'
import { staffLines, staffRead } from '@server/http/route'
import { cursorOf } from '@server/http/paging'

const tag = '操作日志'

async function* linesOf(rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(AuditEntry.parse(presentAuditEntry(row)))}\n`
}

export const auditRoutes = [
  staffRead('GET /audit', {
    tag,
    summary: '操作日志：谁在何时办了、看了什么，什么被拒绝；本机构及以下，新的在前（审计管理员）',
    handle: async ({ services: { models }, actor, query: { cursor, limit, ...filter } }) => {
      const org = await requireOrg(models, filter.org, 'org')
      authorize(actor, 'audit.read', orgTarget(org))
      const { rows, nextCursor } = await auditPage(models, filter, cursorOf(cursor), limit)
      return { items: rows.map(presentAuditEntry), nextCursor }
    },
  }),
  staffLines('GET /audit/export', {
    tag,
    summary: '导出操作日志，每行一条 JSON；导出本身也记入日志（审计管理员）',
    handle: async ({ services: { models }, actor, query }) => {
      const org = await requireOrg(models, query.org, 'org')
      authorize(actor, 'audit.export', orgTarget(org))
      return linesOf(allEntries(models, query))
    },
  }),
]
