import type { DiscrepancyEventName, DiscrepancyState } from '@shared/contract/disclosure/discrepancy'

interface Step {
  event: DiscrepancyEventName
  from: readonly DiscrepancyState[]
  /** Next state; null: the state stays the same. */
  to: DiscrepancyState | null
  /** Label of the event 做了什么 in the history. */
  label: string
}

const OPEN = ['open', 'answered', 'ordered'] as const satisfies DiscrepancyState[]
const CLOSED = ['corrected', 'explained', 'void'] as const satisfies DiscrepancyState[]

/**
 * Transition table of a discrepancy 不一致: the street comments, orders a visible correction or accepts the
 * explanation; the village answers; a corrected edition closes it, a withdrawal voids it, another difference opens it
 * again.
 */
export const DISCREPANCY_STEPS: readonly Step[] = [
  { event: 'found', from: CLOSED, to: 'open', label: '发现不一致' },
  { event: 'changed', from: ['open'], to: null, label: '公开内容有变，仍不一致' },
  {
    event: 'changed',
    from: ['answered', 'ordered', 'explained'],
    to: 'open',
    label: '公开内容有变，仍不一致',
  },
  { event: 'comment', from: OPEN, to: null, label: '街道（镇）提意见' },
  { event: 'answer', from: ['open', 'answered'], to: 'answered', label: '村（居）里说明' },
  { event: 'answer', from: ['ordered'], to: null, label: '村（居）里说明' },
  { event: 'order', from: ['open', 'answered'], to: 'ordered', label: '责令更正' },
  { event: 'accept', from: ['answered'], to: 'explained', label: '街道（镇）认可说明' },
  { event: 'corrected', from: [...OPEN, 'explained'], to: 'corrected', label: '已经一致' },
  {
    event: 'merged',
    from: [...OPEN, 'explained'],
    to: 'void',
    label: '和另一处不一致是同一个原因，并到那一处',
  },
  { event: 'void', from: [...OPEN, 'explained', 'corrected'], to: 'void', label: '公示已撤下，不再对照' },
]

const STATE_LABELS: Record<DiscrepancyState, string> = {
  open: '待处理',
  answered: '村（居）里已说明',
  ordered: '责令更正',
  corrected: '已更正',
  explained: '说明已认可',
  void: '已失效',
}

export const discrepancyStateLabel = (state: DiscrepancyState): string => STATE_LABELS[state]

/** Returns the step for an event; null when the state does not allow it. */
export const discrepancyStep = (state: DiscrepancyState, event: DiscrepancyEventName): Step | null =>
  DISCREPANCY_STEPS.find(step => step.event === event && step.from.includes(state)) ?? null
