import {
  checked,
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  whole,
} from '../store/collection'

/** What may be put off until a time: the closed list. */
export const JOB_KINDS = [
  /** 定时公开 */
  'publish',
  /** 公示期满 */
  'end-publicity',
  /** 审核意见到期 */
  'opinion-due',
  /** 答复到期 */
  'answer-due',
  /** Tell who has to act on a notice now. */
  'tell-notice',
  /** Tell objector and handlers what has become of an objection. */
  'tell-objection',
  /** Tell followers of a publication, a batch at a time. */
  'notify-followers',
  /** Send a subscriber what has gathered for them. */
  'send-message',
  /** 每天：到期的公开义务，一个机构一个机构地办 */
  'open-duties',
  /** 一个机构的公开义务 */
  'refresh-duties',
] as const
export type JobKind = (typeof JOB_KINDS)[number]

type JobState = 'waiting' | 'done' | 'failed'

const KEPT_SECONDS = 90 * 24 * 3600

/**
 * Work that is due at a time. The store alone knows what is to be done; a process merely claims it.
 *
 * `nextAt` is the earliest instant at which it may be claimed: `dueAt` at first, the end of the lease while somebody works on it,
 * the end of the pause after a failure. `touchedAt` is when `nextAt` was put off, null before the first claim: one that lies in
 * the future tells that the clock has been set back since.
 */
export interface JobRow {
  _id: string
  kind: JobKind
  /** One job for each key. Never personal data: it is logged. */
  key: string
  dueAt: Date
  data: Record<string, string | number>
  state: JobState
  nextAt: Date
  touchedAt: Date | null
  /** Token of the claim that may finish it. */
  claimedBy: string | null
  /** Failures so far. */
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
