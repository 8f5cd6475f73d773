import { checkedOrNull, defineCollection, instant, text, textOrNull, texts } from '../store/collection'

/**
 * Audit entry 操作日志: who did, saw or was refused what on which record. Commands write it in their transaction,
 * reads before the answer is sent, refusals after the refusal.
 */
export interface AuditRow {
  _id: string
  at: Date
  outcome: 'done' | 'read' | 'refused'
  actorId: string
  actorName: string
  /** Action of the policies, e.g. `notice.publish`. */
  action: string
  /** Empty where no organisation is concerned. */
  orgCode: string
  /** Codes from the root to the organisation, itself included: an audit administrator reads a whole area. */
  path: string[]
  targetId: string
  requestId: string | null
  /** Small facts about the action (edition, hash); never personal data. */
  detail: Record<string, string | number> | null
}

export const AuditEntries = defineCollection<AuditRow>({
  name: 'auditEntries',
  immutable: true,
  fields: {
    _id: text,
    at: instant,
    outcome: text,
    actorId: text,
    actorName: text,
    action: text,
    orgCode: { type: String, default: '' },
    path: texts,
    targetId: text,
    requestId: textOrNull,
    detail: checkedOrNull,
  },
  // One index for each set of filters: the embedded engine uses an index only when the filters are its prefix.
  indexes: [
    { fields: { path: 1, at: -1, _id: -1 } },
    { fields: { path: 1, actorId: 1, at: -1, _id: -1 } },
    { fields: { path: 1, action: 1, at: -1, _id: -1 } },
    { fields: { path: 1, outcome: 1, at: -1, _id: -1 } },
    { fields: { path: 1, actorId: 1, action: 1, at: -1, _id: -1 } },
    { fields: { path: 1, actorId: 1, outcome: 1, at: -1, _id: -1 } },
    { fields: { path: 1, action: 1, outcome: 1, at: -1, _id: -1 } },
    { fields: { path: 1, actorId: 1, action: 1, outcome: 1, at: -1, _id: -1 } },
    { fields: { targetId: 1, at: -1, _id: -1 } },
    { fields: { at: 1, _id: 1 } },
  ],
})
