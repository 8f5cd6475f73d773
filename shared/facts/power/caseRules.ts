/** Rules of cases 办件, as data; no law sets these numbers. */
const LOCAL = { source: '本地设定，不是法律规定', checkedOn: '2026-11-26' } as const

/** Working days left, the last day included, from which a case is due soon 快到期. */
export const CASE_DUE_SOON = { workingDays: 2, ...LOCAL } as const

/** Length of a reason in characters. */
export const CASE_REASON = { least: 4, most: 200, ...LOCAL } as const

/** Most files of one step. */
export const CASE_FILES = { most: 20, ...LOCAL } as const
