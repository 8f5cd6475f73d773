import { createHash } from 'node:crypto'
import { chinaDate } from '@shared/common/period'
import type { FeedbackList, FeedbackSent } from '@shared/contract/people/operation'
import type { FeedbackRow } from '../models/feedbacks'

/** Number that a reader can say on the telephone: month and day, then four digits of the key's hash. */
function numberOf({ _id, at }: FeedbackRow): string {
  const digits = createHash('sha256').update(_id).digest().readUInt16BE(0) % 10_000
  return `${chinaDate(at).slice(5).replace('-', '')}-${String(digits).padStart(4, '0')}`
}

export const presentSent = (row: FeedbackRow): FeedbackSent => ({ number: numberOf(row) })

export const presentFeedbacks = (rows: readonly FeedbackRow[]): FeedbackList => ({
  items: rows.map(row => ({
    number: numberOf(row),
    at: row.at.toISOString(),
    text: row.text,
    contact: row.contact,
    page: row.page,
  })),
})
