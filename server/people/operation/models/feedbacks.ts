import { defineCollection, instant, text } from '@server/platform/store/collection'

const KEPT_SECONDS = 366 * 24 * 3600

/** What a reader said about the app 意见反馈; `_id` is the sender's key. */
export interface FeedbackRow {
  _id: string
  at: Date
  text: string
  contact: string
  page: string
}

export const Feedbacks = defineCollection<FeedbackRow>({
  name: 'feedbacks',
  fields: {
    _id: text,
    at: instant,
    text: text,
    contact: { type: String, default: '' },
    page: { type: String, default: '' },
  },
  indexes: [{ fields: { at: -1, _id: -1 } }, { fields: { at: 1 }, expireAfterSeconds: KEPT_SECONDS }],
})
