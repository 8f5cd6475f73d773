/**
 * Rules of obligations 公开义务, as data. A number that no law sets is marked as a local setting. Change it here,
 * never in the code.
 */

/** A number of days with its source; `setting`: set by the area, not by law. */
export interface ObligationDays {
  n: number
  unit: 'working-day' | 'calendar-day'
  setting: boolean
  source: string
  checkedOn: string
}

const CHECKED_ON = '2026-11-25'
const LOCAL = '本地设定，不是法律规定'

/** Words of a time limit that are stricter than 及时. */
export const AT_ONCE_WORDS: readonly string[] = ['实时', '随时', '即时', '立即', '马上', '第一时间']

/** Days for 实时、随时 … */
export const AT_ONCE: ObligationDays = {
  n: 1,
  unit: 'working-day',
  setting: true,
  source: LOCAL,
  checkedOn: CHECKED_ON,
}

/** Days for 及时, and for each step of 按进展. */
export const PROMPT: ObligationDays = { ...AT_ONCE, n: 5 }

/** Days for 长期公开: published within this time after the catalogue requires it. */
export const STANDING: ObligationDays = { ...AT_ONCE, n: 5 }

/** Days for a government item whose time limit is missing or unreadable. */
export const GOVERNMENT_DEFAULT: ObligationDays = {
  n: 20,
  unit: 'working-day',
  setting: false,
  source: '政府信息公开条例第二十六条',
  checkedOn: CHECKED_ON,
}

/** Days for a village item without any time limit; one with an unreadable limit remains unresolved. */
export const VILLAGE_DEFAULT = {
  frequency: 'quarterly',
  source: '村民委员会组织法：一般事项至少每季度公布一次',
  checkedOn: CHECKED_ON,
} as const

/** Calendar days before the due date from which an obligation is due soon 快到期. */
export const DUE_SOON = { days: 7, source: LOCAL, checkedOn: CHECKED_ON } as const

/** Calendar days after a reminder by the street until the same late obligation is listed for it again. */
export const REMIND_AGAIN = { days: 7, source: LOCAL, checkedOn: CHECKED_ON } as const

/** Days before the due date at which a periodic obligation is opened. */
export const OPEN_AHEAD = { days: 45, source: LOCAL, checkedOn: CHECKED_ON } as const

/** Hour of the day, in China, at which obligations are opened and notified: no message is sent at night. */
export const OBLIGATION_TIMES = { hour: 8, source: LOCAL, checkedOn: CHECKED_ON } as const

/**
 * Days before an organisation's first use of the system for which unpublished items count as overdue. Earlier
 * disclosures on the village board are unknown.
 */
export const FIRST_LOOK_BACK = { days: 60, source: LOCAL, checkedOn: CHECKED_ON } as const

/** An event longer ago is refused as a typing error. */
export const OLDEST_EVENT = { days: 366, source: LOCAL, checkedOn: CHECKED_ON } as const

/** Conditions that a village declares, and the words of time limits that refer to them. */
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

/** Default text of a reminder by the street. */
export const REMINDER_TEXT = '请按时公开这一项。'
