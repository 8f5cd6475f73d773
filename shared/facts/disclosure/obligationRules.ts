/**
 * Rules of 公开义务, as data: what no law puts a number on is a local setting and is said to be one. A New Area changes it
 * here, never in the code.
 */

/** A length of days with where it comes from; `setting`: set by the area, not by law. */
export interface ObligationDays {
  n: number
  unit: 'working-day' | 'calendar-day'
  setting: boolean
  source: string
  checkedOn: string
}

const CHECKED_ON = '2026-11-25'
const LOCAL = '本地设定，不是法律规定'

/** Words of a time limit that ask for more than 及时. */
export const AT_ONCE_WORDS: readonly string[] = ['实时', '随时', '即时', '立即', '马上', '第一时间']

/** 实时、随时 … */
export const AT_ONCE: ObligationDays = {
  n: 1,
  unit: 'working-day',
  setting: true,
  source: LOCAL,
  checkedOn: CHECKED_ON,
}

/** 及时, and each step of 按进展. */
export const PROMPT: ObligationDays = { ...AT_ONCE, n: 5 }

/** 长期公开: must be visible this long after the catalogue asks for it. */
export const STANDING: ObligationDays = { ...AT_ONCE, n: 5 }

/** A government item whose time limit is missing or cannot be read. */
export const GOVERNMENT_DEFAULT: ObligationDays = {
  n: 20,
  unit: 'working-day',
  setting: false,
  source: '政府信息公开条例第二十六条',
  checkedOn: CHECKED_ON,
}

/** A village's item that names no time limit at all; one that names an unreadable one stays unresolved. */
export const VILLAGE_DEFAULT = {
  frequency: 'quarterly',
  source: '村民委员会组织法：一般事项至少每季度公布一次',
  checkedOn: CHECKED_ON,
} as const

/** 快到期: so many calendar days before the due date. */
export const DUE_SOON = { days: 7, source: LOCAL, checkedOn: CHECKED_ON } as const

/** Periodic duties are opened so many days before their due date. */
export const OPEN_AHEAD = { days: 45, source: LOCAL, checkedOn: CHECKED_ON } as const

/** When each day's duties are opened and told of, in China's hours: no message comes at night. */
export const DUTY_TIMES = { hour: 8, source: LOCAL, checkedOn: CHECKED_ON } as const

/**
 * When an organisation begins to use the system, what fell due longer ago and was not published here is not counted as overdue: nobody
 * knows what hung on the board.
 */
export const FIRST_LOOK_BACK = { days: 60, source: LOCAL, checkedOn: CHECKED_ON } as const

/** An event that lies longer ago than this is a slip of the pen. */
export const OLDEST_EVENT = { days: 366, source: LOCAL, checkedOn: CHECKED_ON } as const

/** What a village says of itself, and the words by which a time limit means it. */
export const VILLAGE_CONDITIONS = [
  {
    name: 'many-transactions',
    label: '集体财务往来较多',
    words: ['往来较多', '收支较多', '业务较多', '往来频繁', '收支频繁', '往来多'],
    source: '村民委员会组织法：集体财务往来较多的，财务收支情况应当每月公布一次',
    checkedOn: CHECKED_ON,
  },
] as const
export type VillageCondition = (typeof VILLAGE_CONDITIONS)[number]['name']

/** What a reminder says when the street writes nothing of its own. */
export const REMINDER_TEXT = '请按时公开这一项。'
