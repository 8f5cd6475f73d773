import type { NoticeState } from '../schemas/notice'

/** What can happen to the working edition of a notice. */
export type NoticeEvent = 'edit' | 'submit' | 'agree' | 'object' | 'publish'

interface Transition {
  event: NoticeEvent
  from: readonly NoticeState[]
  to: NoticeState
  /** 做了什么, as written into the history. */
  label: string
}

/** The transition table: the whole life of a notice as data. */
export const TRANSITIONS: readonly Transition[] = [
  { event: 'edit', from: ['draft', 'refused'], to: 'draft', label: '修改草稿' },
  { event: 'submit', from: ['draft'], to: 'submitted', label: '提交监督审核' },
  { event: 'agree', from: ['submitted'], to: 'signed', label: '监督审核同意' },
  { event: 'object', from: ['submitted'], to: 'refused', label: '监督审核不同意' },
  { event: 'publish', from: ['signed'], to: 'published', label: '公开' },
]

const STATE_LABELS: Record<NoticeState, string> = {
  draft: '草稿',
  submitted: '待监督审核',
  signed: '已审核，待公开',
  refused: '审核未通过',
  published: '已公开',
}

export const stateLabel = (state: NoticeState): string => STATE_LABELS[state]

/** The transition for an event from a state; null when the state does not allow it. */
export function transition(state: NoticeState, event: NoticeEvent): Transition | null {
  return TRANSITIONS.find(row => row.event === event && row.from.includes(state)) ?? null
}
