import type { CaseEventKind, CaseStatus, Visit } from '@server/domain/power/case'

export const CASE_STATUS_WORDS: Readonly<Record<CaseStatus, string>> = {
  running: '正在办',
  paused: '暂停',
  stopped: '监督叫停',
  finished: '已办结',
  cancelled: '已取消',
}

/** Labels of the case events 做了什么 in the history. */
export const CASE_EVENT_WORDS: Readonly<Record<CaseEventKind | 'open', string>> = {
  open: '提出',
  claim: '领办',
  'hand-over': '交给别人办',
  finish: '办完',
  vote: '表决',
  amount: '写明金额',
  pause: '暂停',
  resume: '恢复',
  remark: '提监督意见',
  stop: '监督叫停',
  lift: '解除叫停',
  cancel: '取消',
}

/** Why no notice was drafted for a step, and what to do. */
export const TODO_WORDS = {
  notWriter: '办这一步的人不能起草公示，请村里的文书来写。',
  told: (item: string) => `当天已经有“${item}”的公示，请写在那一份里。`,
  unready: '没有自动起草，请自己写：',
  addedLater: '办这一步的时候，村公开目录还没有这一项，所以没有起草，请现在写。',
  missing: (item: string) => `村公开目录里没有“${item}”这一项，公示写不了。请先采用它，再让目录生效。`,
} as const

export const UNDONE_WORDS: Readonly<Record<NonNullable<Visit['undone']>, string>> = {
  back: '已退回，要重新办',
  amount: '金额变了，要重新办',
}
