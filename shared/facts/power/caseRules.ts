/** Rules of running cases 办件, as data; none of these numbers stands in a law. */
const LOCAL = { source: '本地设定，不是法律规定', checkedOn: '2026-11-26' } as const

/** 快到期: so many working days or fewer are left, the last day included. */
export const CASE_DUE_SOON = { workingDays: 2, ...LOCAL } as const

/** A reason has at least so many characters. */
export const CASE_REASON = { least: 4, most: 200, ...LOCAL } as const

/** So many files may be kept with one step. */
export const CASE_FILES = { most: 20, ...LOCAL } as const
