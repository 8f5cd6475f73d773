import {
  checked,
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  whole,
} from '../store/collection'

/** The closed list of job kinds, with the name that an operator reads. */
export const JOB_NAMES = {
  publish: '定时公开',
  'end-publicity': '公示期满',
  'opinion-due': '审核意见到期',
  'answer-due': '答复到期',
  'notify-notice': '通知办理公示的人',
  'notify-objection': '通知异议的提出人和办理人',
  'notify-application': '通知依申请公开的申请人和办理人',
  'remind-application': '依申请公开快到期，提醒办理人',
  'erase-applicant': '依申请公开归档满期，删除申请人的身份信息',
  'recompute-applications': '放假安排公布后，重算依申请公开的答复期限',
  /** A batch of followers at a time. */
  'notify-followers': '通知关注的人',
  'send-message': '发微信消息',
  /** A batch of organisations at a time. */
  'fan-out-obligations': '每天安排各机构的公开义务',
  'refresh-obligations': '更新一个机构的公开义务',
  'recompute-notices': '放假安排公布后，重算公示期和办理期限',
  'recompute-answers': '放假安排公布后，重算异议答复期限',
  'check-picture': '请微信检查照片',
  /** A batch of files at a time. */
  'collect-files': '清理没有用到的附件',
  /** A batch of claims at a time. */
  'forget-claims': '去掉过期身份认证里的姓名',
  'recompute-cases': '放假安排公布后，重算办件期限',
  'lapse-withdrawal': '撤回到期没有确认，恢复公开',
  'notify-removal': '通知撤回和删除的各方',
  /** A batch of followers at a time. */
  'notify-removal-followers': '把撤回和删除告诉关注的人',
  /** An organisation at a time. */
  'refresh-vectors': '算出新公示的向量，查找意思相近的要用',
} as const
export type JobKind = keyof typeof JOB_NAMES
export const JOB_KINDS = Object.keys(JOB_NAMES) as readonly JobKind[]

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
