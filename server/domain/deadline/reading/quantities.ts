import { NUMBER, numberOf } from './numerals'
import { type TokenSense, type TokenType, T } from './tokens'
import type { Frequency } from '../types'
import type { SpanUnit } from '@shared/common/span'

/** A token as a reader finds it, with its length in characters. */
export interface Found extends TokenSense {
  type: TokenType
  length: number
}

const LARGEST = 9999
const RANGE_SIGN = '(?:-|至|到|~|、|或者|或)'
const LAST_DAY = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const at = (pattern: string): RegExp => new RegExp(`^(?:${pattern})`)
const LEADING_NUMBER = at(NUMBER)
const INEXACT = at(`[几多来余]|\\.[0-9]|${RANGE_SIGN}${NUMBER}(?:个|日|天|工作|周|星期|月|年|小时)`)

interface UnitWord {
  pattern: RegExp
  unit: SpanUnit
  times: number
}
const UNITS: readonly UnitWord[] = [
  { pattern: at('个?(?:法定)?工作(?:日|天|目(?![录标]))'), unit: 'working-day', times: 1 },
  { pattern: at('个?(?:自然|日历|公历)[日天]|天'), unit: 'calendar-day', times: 1 },
  { pattern: at('个?(?:星期|礼拜)|个?周(?![年岁边])'), unit: 'calendar-day', times: 7 },
  { pattern: at('个月'), unit: 'month', times: 1 },
]
const YEARS = at('年(?![度底末终初])')
/** Numbers of anything but time: 第711号, 5万元, 10户. */
const MEASURE = at('[户人名亩件项类处吨米岁%倍宗]|平方米|公里|个(?=[村组户社自行部单项人以阶])|以上')
const MONEY = at('(?:\\.[0-9]+)?[万亿]?[千百]?(?:元|[万亿](?=[以及的]))')
const NO_SPAN = at('个?半|个?小时|分钟|个?季度')
const REMARKED_DAY = at('日\\((工作|自然)日\\)')
const DAY_OF = at(`月(${NUMBER})[日号]`)
const MONTH_END = at('月(?:月?底|月?末)')

const CHINESE_ONLY = /^[^0-9OolI|]+$/

const isMonth = (n: number): boolean => n >= 1 && n <= 12
const text = (length: number): Found => ({ type: T.text, length })
const unsayable = (length: number): Found => ({ type: T.unsayable, length })

function readDate(n: number, digits: number, rest: string): Found | null {
  if (!rest.startsWith('月') || !isMonth(n)) return null
  const dated = DAY_OF.exec(rest)
  if (dated) {
    const day = numberOf(dated[1] ?? '')
    const length = digits + dated[0].length
    const last = LAST_DAY[n - 1] ?? 31
    return day >= 1 && day <= last ? { type: T.date, month: n, day, length } : unsayable(length)
  }
  const monthEnd = MONTH_END.exec(rest)
  if (monthEnd) return { type: T.date, month: n, day: LAST_DAY[n - 1], length: digits + monthEnd[0].length }
  return { type: T.month, month: n, length: digits + (rest.startsWith('月份') ? 2 : 1) }
}

function readSpan(n: number, digits: number, rest: string): Found | null {
  for (const { pattern, unit, times } of UNITS) {
    const found = pattern.exec(rest)
    if (found) return { type: T.span, n: n * times, unit, length: digits + found[0].length }
  }
  const remarked = REMARKED_DAY.exec(rest)
  if (remarked) {
    const unit = remarked[1] === '工作' ? 'working-day' : 'calendar-day'
    return { type: T.span, n, unit, length: digits + remarked[0].length }
  }
  if (rest.startsWith('日')) return { type: T.day, n, unit: 'calendar-day', day: n, length: digits + 1 }
  if (/^号(?![文楼])/.test(rest) && n <= 31) return { type: T.dayNumber, day: n, length: digits + 1 }
  if (YEARS.test(rest) && n <= 10) return { type: T.span, n: n * 12, unit: 'month', length: digits + 1 }
  return null
}

/** Reads the words after a number that is no time. */
function readOther(run: string, rest: string): Found {
  const money = MONEY.exec(rest)
  if (money) return { type: T.money, length: run.length + money[0].length }
  const noSpan = NO_SPAN.exec(rest)
  if (noSpan) return unsayable(run.length + noSpan[0].length)
  const measure = MEASURE.exec(rest)
  if (measure) return text(run.length + (measure[0] === '以上' ? 0 : measure[0].length))
  const spoken = CHINESE_ONLY.test(run) && !/^[个年月日天周]/.test(rest)
  return spoken ? text(run.length) : unsayable(run.length)
}

/** Checks for OCR letters without a digit, which are a number only before a unit. */
const isStrayLetters = (run: string, behind: string): boolean =>
  /^[OolI|]+$/.test(run) && !/^(?:个?工作日|个月|日内|天内)/.test(behind)

/** Reads a number and its unit; null without a number. */
export function readQuantity(rest: string): Found | null {
  const run = LEADING_NUMBER.exec(rest)?.[0]
  if (!run) return null
  const behind = rest.slice(run.length)
  if (isStrayLetters(run, behind)) return text(run.length)
  const inexact = INEXACT.exec(behind)
  if (inexact && !MONEY.test(behind)) return unsayable(run.length + inexact[0].length)
  const n = numberOf(run)
  if (/^[次回遍]/.test(behind)) return { type: T.times, n, length: run.length + 1 }
  if (!(n >= 1 && n <= LARGEST)) return readOther(run, behind)
  return readDate(n, run.length, behind) ?? readSpan(n, run.length, behind) ?? readOther(run, behind)
}

const EVERY_SPAN = at(`每(隔)?(${NUMBER})个?(月|季度|年|周|星期|天|日|工作日)`)
const PERIOD_OF: Readonly<Record<string, Frequency>> = {
  '1月': 'monthly',
  '3月': 'quarterly',
  '6月': 'half-yearly',
  '12月': 'yearly',
  '1季度': 'quarterly',
  '1年': 'yearly',
}

/** Reads 每三个月 as quarterly; 每两个月 and 每十天 cannot be expressed. */
export function readEvery(rest: string): Found | null {
  const found = EVERY_SPAN.exec(rest)
  if (!found) return null
  const frequency = found[1] ? undefined : PERIOD_OF[`${numberOf(found[2] ?? '')}${found[3] ?? ''}`]
  const length = found[0].length
  return frequency ? { type: T.every, frequency, length } : unsayable(length)
}

const MONTH_LIST = at(`(?:${NUMBER}月?(?:份)?[、,和及])+${NUMBER}月(?:份)?`)
const DATE_LIST = at(`(?:${NUMBER}月${NUMBER}[日号][、,和及])+${NUMBER}月${NUMBER}[日号]`)
const LIST_DAY = at(`(?:的)?(${NUMBER})[日号]`)

function evenlySpaced(months: readonly number[]): boolean {
  const step = 12 / months.length
  return (
    [2, 4].includes(months.length) &&
    months.every((month, i) => isMonth(month) && month === (months[0] ?? 0) + i * step)
  )
}

/** Returns the day shared by all dates of a list, 31 if each is the last of its month; null otherwise. */
function sharedDay(months: readonly number[], days: readonly number[]): number | null {
  if (days.every((day, i) => day === LAST_DAY[(months[i] ?? 0) - 1])) return 31
  const [first = 0] = days
  return days.every(day => day === first) ? first : null
}

const numbersIn = (text: string): number[] => (text.match(new RegExp(NUMBER, 'g')) ?? []).map(numberOf)

/** Reads 4月20日、7月20日… */
function readDateList(rest: string): Found | null {
  const found = DATE_LIST.exec(rest)?.[0]
  if (!found) return null
  const numbers = numbersIn(found)
  const months = numbers.filter((_, i) => i % 2 === 0)
  const day = sharedDay(
    months,
    numbers.filter((_, i) => i % 2 === 1),
  )
  return day !== null && evenlySpaced(months)
    ? { type: T.monthList, months, day, length: found.length }
    : null
}

/** Reads 1、4、7、10月20日: four or two evenly spaced months are a quarterly or half-yearly date. */
export function readMonthList(rest: string): Found | null {
  const found = MONTH_LIST.exec(rest)?.[0]
  const months = found ? numbersIn(found) : []
  if (!found || !evenlySpaced(months)) return readDateList(rest)
  const dayOf = LIST_DAY.exec(rest.slice(found.length))
  const length = found.length + (dayOf?.[0].length ?? 0)
  return { type: T.monthList, months, day: dayOf ? numberOf(dayOf[1] ?? '') : undefined, length }
}
