import { OUTCOME_TEXTS, actionText } from '@shared/texts/actions'
import type { AuditEntry } from '@shared/contract/people/audit'
import type { AuditRow } from '@server/platform/audit/auditEntries'

/** Presents an entry to audit administrators, with the actor's name and no other personal data. */
export const presentAuditEntry = (row: AuditRow): AuditEntry => ({
  id: row._id,
  at: row.at.toISOString(),
  outcome: row.outcome,
  outcomeLabel: OUTCOME_TEXTS[row.outcome],
  actorId: row.actorId,
  actorName: row.actorName,
  action: row.action,
  actionLabel: actionText(row.action),
  orgCode: row.orgCode,
  targetId: row.targetId,
  requestId: row.requestId,
  detail: row.detail,
})
