import { checkedOrNull, defineCollection, instant, text, textOrNull } from './base'

/** Audit entry 操作日志: who did what to which record, written in the transaction of the deed. */
export interface AuditRow {
  _id: string
  at: Date
  actorId: string
  actorName: string
  /** Action of server/policies, e.g. `notice.publish`. */
  action: string
  orgCode: string
  targetId: string
  requestId: string | null
  /** Small facts about the deed (edition, hash); never personal data. */
  detail: Record<string, string | number> | null
}

export const auditEntries = defineCollection<AuditRow>({
  name: 'auditEntries',
  immutable: true,
  fields: {
    _id: text,
    at: instant,
    actorId: text,
    actorName: text,
    action: text,
    orgCode: text,
    targetId: text,
    requestId: textOrNull,
    detail: checkedOrNull,
  },
  indexes: [{ fields: { orgCode: 1, at: -1, _id: -1 } }, { fields: { targetId: 1, at: -1, _id: -1 } }],
})
