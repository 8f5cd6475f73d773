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

export const UNDONE_WORDS: Readonly<Record<NonNullable<Visit['undone']>, string>> = {
  back: '已退回，要重新办',
  amount: '金额变了，要重新办',
}
