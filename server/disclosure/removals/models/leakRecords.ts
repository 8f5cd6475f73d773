import { defineCollection, instant, text, texts, whole } from '@server/platform/store/collection'

/**
 * Record of a leak 个人信息泄露处置记录 (个人信息保护法第五十七条): kinds of data, number of people, measures. Holds
 * kinds and counts only, never the data.
 */
export interface LeakRecordRow {
  _id: string
  noticeId: string
  orgCode: string
  edition: number
  /** Kinds of personal data that were visible. */
  leaked: string[]
  /** People concerned, as far as known. */
  persons: number
  /** Remedial measures 补救措施. */
  measures: string
  reason: string
  by: string
  byName: string
  at: Date
}

export const LeakRecords = defineCollection<LeakRecordRow>({
  name: 'leakRecords',
  immutable: true,
  fields: {
    _id: text,
    noticeId: text,
    orgCode: text,
    edition: whole,
    leaked: texts,
    persons: whole,
    measures: text,
    reason: text,
    by: text,
    byName: text,
    at: instant,
  },
  indexes: [{ fields: { orgCode: 1, at: -1 } }, { fields: { noticeId: 1, edition: 1 } }],
})
