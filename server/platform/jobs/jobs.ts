import {
  checked,
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  whole,
} from '../store/collection'

/** The closed list of job kinds. */
export const JOB_KINDS = [
  /** 定时公开 */
  'publish',
  /** 公示期满 */
  'end-publicity',
  /** 审核意见到期 */
  'opinion-due',
  /** 答复到期 */
  'answer-due',
  /** Notifies the people who have to act on a notice now. */
  'notify-notice',
  /** Notifies objector and handlers of the state of an objection. */
  'notify-objection',
  /** Notifies followers of a publication, a batch at a time. */
  'notify-followers',
  /** Sends a subscriber the collected messages. */
  'send-message',
  /** 每天：到期的公开义务，一个机构一个机构地办 */
  'fan-out-obligations',
  /** 一个机构的公开义务 */
  'refresh-obligations',
  /** 放假安排公布后，重算公示期和办理期限 */
  'recompute-notices',
  /** 放假安排公布后，重算异议答复期限 */
  'recompute-answers',
  /** 放假安排公布后，重算办件期限 */
  'recompute-cases',
] as const
export type JobKind = (typeof JOB_KINDS)[number]

type JobState = 'waiting' | 'done' | 'failed'

const KEPT_SECONDS = 90 * 24 * 3600

/**
 * A job that is due at a time. All state is in the store; a process only claims it. `nextAt` is the earliest instant
 * at which it may be claimed: `dueAt` at first, the end of the lease while it runs, the end of the pause after a
 * failure. `touchedAt` is the instant at which `nextAt` was last postponed, null before the first claim; a value in
 * the future shows that the clock has been set back since.
 */
export interface JobRow {
  _id: string
  kind: JobKind
  /** Unique key. Never personal data: it is logged. */
  key: string
  dueAt: Date
  data: Record<string, string | number>
  state: JobState
  nextAt: Date
  touchedAt: Date | null
  /** Token of the claim that is allowed to finish the job. */
  claimedBy: string | null
  /** Failed attempts so far. */
  attempts: number
  /** Name or code of the last failure, never its text. */
  lastError: string | null
  doneAt: Date | null
}

export const Jobs = defineCollection<JobRow>({
  name: 'jobs',
  fields: {
    _id: text,
    kind: text,
    key: text,
    dueAt: instant,
    data: checked,
    state: text,
    nextAt: instant,
    touchedAt: instantOrNull,
    claimedBy: textOrNull,
    attempts: whole,
    lastError: textOrNull,
    doneAt: instantOrNull,
  },
  indexes: [
    { fields: { key: 1 }, unique: true },
    { fields: { state: 1, kind: 1, nextAt: 1, _id: 1 } },
    { fields: { state: 1, kind: 1, touchedAt: 1 } },
    { fields: { doneAt: 1 }, expireAfterSeconds: KEPT_SECONDS },
  ],
})
