import { AuditEntry } from '@shared/contract/people/audit'
import { presentAuditEntry } from '../presenters/auditEntry'
import { allEntries, auditPage } from '../queries/auditEntries'
import { staffLines, staffRead } from '@server/http/route'
import { cursorOf } from '@server/http/paging'
import type { AuditRow } from '@server/platform/audit/auditEntries'
import { authorize } from '../policy'
import { orgTarget, requireOrg } from '@server/people/orgs'

const tag = '操作日志'

async function* linesOf(rows: AsyncIterable<AuditRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(AuditEntry.parse(presentAuditEntry(row)))}\n`
}

export const auditRoutes = [
  staffRead('GET /audit', {
    tag,
    summary: '操作日志：谁在何时办了、看了什么，什么被拒绝；本机构及以下，新的在前（审计管理员）',
    handle: async ({ services: { db }, actor, requestId, query: { cursor, limit, ...filter } }) => {
      const org = await requireOrg(db, filter.org, 'org')
      authorize({ actor, requestId }, 'audit.read', orgTarget(org))
      const { rows, nextCursor } = await auditPage(db, filter, cursorOf(cursor), limit)
      return { items: rows.map(presentAuditEntry), nextCursor }
    },
  }),
  staffLines('GET /audit/export', {
    tag,
    summary: '导出操作日志，每行一条 JSON；导出本身也记入日志（审计管理员）',
    handle: async ({ services: { db }, actor, requestId, query }) => {
      const org = await requireOrg(db, query.org, 'org')
      authorize({ actor, requestId }, 'audit.export', orgTarget(org))
      return linesOf(allEntries(db, query))
    },
  }),
]
