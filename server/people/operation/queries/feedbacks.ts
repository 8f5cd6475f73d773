import type { Db } from '@server/platform/store/db'
import { Feedbacks, type FeedbackRow } from '../models/feedbacks'

const SHOWN = 100

/** Lists what readers said last, the newest first. */
export const newestFeedbacks = (db: Db): Promise<FeedbackRow[]> =>
  db.of(Feedbacks).find({}).sort({ at: -1, _id: -1 }).limit(SHOWN).lean<FeedbackRow[]>().exec()
