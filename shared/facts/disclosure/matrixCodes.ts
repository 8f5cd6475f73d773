/** States of an obligation 公开义务的状态. */
export const OBLIGATION_STATE_CODES = [
  'not-yet-triggered',
  'running',
  'due-soon',
  'overdue',
  'done-on-time',
  'done-late',
  'not-applicable',
  'unresolved-rule',
] as const
type ObligationState = (typeof OBLIGATION_STATE_CODES)[number]

/** Labels and signs of the states, distinguishable without colour. */
export const OBLIGATION_STATES: Readonly<Record<ObligationState, { label: string; sign: string }>> = {
  'not-yet-triggered': { label: '还没有起算', sign: '·' },
  running: { label: '办理中', sign: '○' },
  'due-soon': { label: '快到期', sign: '！' },
  overdue: { label: '已过期', sign: '✕' },
  'done-on-time': { label: '按时公开', sign: '✓' },
  'done-late': { label: '晚公开', sign: '迟' },
  'not-applicable': { label: '不适用', sign: '—' },
  'unresolved-rule': { label: '时限不明', sign: '？' },
}

/** A cell of an item that the village's own catalogue leaves out 不采用. */
export const NOT_ADOPTED_CELL = { label: '村里没采用', sign: '未' } as const

/** A cell without any obligation. */
export const BLANK_CELL = { label: '没有要公开的', sign: '' } as const

/** Results of an inspection 抽查结果. */
export const INSPECTION_RESULTS = {
  agrees: '看过，与登记一致',
  differs: '看过，与登记不一致',
  absent: '没有找到公示',
  unclear: '当时看不清，要再查',
} as const
