import type { SendFeedback } from '@shared/contract/people/operation'
import { rateLimited } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { trusted } from 'mongoose'
import { Feedbacks, type FeedbackRow } from '../models/feedbacks'

/** Most messages that are stored in an hour, of all senders together: nobody fills the disk. */
const HOURLY = 200
const HOUR_MS = 3_600_000

/**
 * Stores what a reader says about the app; the same key again changes nothing.
 * @throws AppError 429 above the hourly number
 */
export async function keepFeedback(services: Services, { key, ...said }: SendFeedback): Promise<FeedbackRow> {
  return inTransaction(services, async tx => {
    const before = await tx.of(Feedbacks).findById(key).lean<FeedbackRow>().exec()
    if (before) return before
    const since = new Date(tx.now.getTime() - HOUR_MS)
    const lately = await tx
      .of(Feedbacks)
      .find({ at: trusted({ $gt: since }) }, { _id: 1 })
      .limit(HOURLY)
      .lean()
      .exec()
    if (lately.length >= HOURLY) throw rateLimited(HOUR_MS / 1000)
    const row = { _id: key, at: tx.now, ...said }
    await tx.of(Feedbacks).create([row])
    return row
  })
}
