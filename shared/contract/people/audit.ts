import { z } from 'zod'
import { CalendarDate, Id, Instant, OrgCode, PageQuery, pageOf } from '../common'

export const AuditOutcome = z.enum(['done', 'read', 'refused'])

/** Filter of the audit log: an organisation with all below it, and further criteria. Days in China. */
const AuditFilter = z.object({
  org: OrgCode,
  actor: Id.optional(),
  action: z
    .string()
    .regex(/^[a-zA-Z]{1,40}\.[a-z-]{1,40}$/)
    .optional(),
  outcome: AuditOutcome.optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const AuditQuery = AuditFilter.extend(PageQuery.shape)
export const AuditExportQuery = AuditFilter

/** Audit entry 操作日志 as shown to the audit administrator. */
export const AuditEntry = z.object({
  id: Id,
  at: Instant,
  outcome: AuditOutcome,
  outcomeLabel: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  action: z.string(),
  actionLabel: z.string(),
  orgCode: z.string(),
  targetId: z.string(),
  requestId: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditList = pageOf(AuditEntry)
export type AuditList = z.infer<typeof AuditList>
