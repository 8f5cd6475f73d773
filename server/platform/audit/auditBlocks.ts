import { defineCollection, instant, text, texts, whole } from '../store/collection'

/** Code in whose chain of the ledger the audit log is entered; no organisation's. */
export const AUDIT_CHAIN = '0-AUDIT'

/**
 * Block of the audit log 操作日志的一段: the next entries in order. `head` is the hash of the last: each one's is SHA-256
 * over the hash of the one before and its own canonical JSON. The ledger covers every block.
 */
export interface AuditBlockRow {
  _id: string
  number: number
  orgCode: typeof AUDIT_CHAIN
  /** Head of the block before; empty in the first. */
  previous: string
  /** Ids of the entries. */
  entries: string[]
  /** Time of the last entry. */
  until: Date
  head: string
  at: Date
}

export const AuditBlocks = defineCollection<AuditBlockRow>({
  name: 'auditBlocks',
  immutable: true,
  recorded: { as: 'audit', org: 'orgCode' },
  fields: {
    _id: text,
    number: whole,
    orgCode: text,
    previous: { type: String, default: '' },
    entries: texts,
    until: instant,
    head: text,
    at: instant,
  },
  indexes: [{ fields: { number: 1 }, unique: true }],
})
