import { trusted } from 'mongoose'
import type { Db } from '../store/db'
import { defineQuestion } from '../events'
import { Jobs, type JobRow, JOB_KINDS } from './jobs'
import { StoreState } from '../migrations/storeState'

/** Asks for the number of entries in the ledger. */
export const ledgerSize = defineQuestion<null, number>('ledgerSize')

/** Asks for the days until the last day of which it is known whether it is a rest day. */
export const daysOfHolidaysLeft = defineQuestion<Date, number>('daysOfHolidaysLeft')

/** Asks for the bytes of all stored files. */
export const fileBytes = defineQuestion<null, number>('fileBytes')

/** Asks for the number of kinds of WeChat message that WeChat has banned. */
export const bannedMessages = defineQuestion<null, number>('bannedMessages')

/** Operational figures of the store. */
export interface Operation {
  /** Number of entries in the ledger. */
  ledger: number
  /** Bytes of all stored files. */
  fileBytes: number
  /** Number of jobs that failed for good. */
  failedJobs: number
  /** Seconds by which the oldest waiting job is late; 0 = none. */
  jobsLate: number
  /** Seconds since the snapshot of the newest backup; null = there is none. */
  backupAge: number | null
  /** Days until the last day with a known holiday table. */
  holidayDaysLeft: number
  /** Number of kinds of WeChat message that WeChat has banned 封禁. */
  bannedMessages: number
}

const secondsSince = (then: Date, now: Date): number => (now.getTime() - then.getTime()) / 1000

async function jobsLate(db: Db, now: Date): Promise<number> {
  const oldest = await Promise.all(
    JOB_KINDS.map(kind =>
      db
        .of(Jobs)
        .findOne({ state: 'waiting', kind, nextAt: trusted({ $lt: now }) }, { nextAt: 1 })
        .sort({ nextAt: 1, _id: 1 })
        .lean<Pick<JobRow, 'nextAt'>>()
        .exec(),
    ),
  )
  return Math.max(0, ...oldest.flatMap(row => (row ? secondsSince(row.nextAt, now) : [])))
}

export async function operationOf(db: Db, now: Date): Promise<Operation> {
  const [[ledger = 0], [bytes = 0], failedJobs, late, state, [holidayDaysLeft = 0], [banned = 0]] =
    await Promise.all([
      db.ask(ledgerSize, null),
      db.ask(fileBytes, null),
      db.of(Jobs).countDocuments({ state: 'failed' }),
      jobsLate(db, now),
      db.of(StoreState).findOne({}, { backedUpAt: 1 }).lean<{ backedUpAt: Date | null }>().exec(),
      db.ask(daysOfHolidaysLeft, now),
      db.ask(bannedMessages, null),
    ])
  return {
    ledger,
    fileBytes: bytes,
    failedJobs,
    jobsLate: late,
    holidayDaysLeft,
    bannedMessages: banned,
    backupAge: state?.backedUpAt ? secondsSince(state.backedUpAt, new Date()) : null,
  }
}
