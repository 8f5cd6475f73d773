import { yuan } from '@shared/common/money'
import { dateLabel, isEvent, periodRange } from '@shared/common/period'
import { parseArea, parseCount, parseDay, parseYuan } from '@shared/figures/parse'
import type { GridColumn } from './columns'

type Kind = GridColumn['kind']

const FULL_WIDTH_OFFSET = 0xfee0
const narrow = (typed: string): string =>
  typed.replace(/[０-９]/g, char => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_OFFSET))

const DAY_ALONE = /^(\d{1,2})[日号]?$/
const MONTH = /^\d{4}-\d{2}$/

/** Reads a day; of a monthly period the day's number is enough: 5, 5日. Null if there is no such day. */
function dayOf(typed: string, period: string): string | null {
  const text = narrow(typed).trim()
  const alone = DAY_ALONE.exec(text)
  if (alone && MONTH.test(period)) {
    return parseDay(`${period}-${alone[1]!.padStart(2, '0')}`, period.slice(0, 4))
  }
  return parseDay(text, period.slice(0, 4))
}

/**
 * Returns a cell in normal form when it is left: `1，234.5元` → `1,234.50`, `5` → `2026-11-05`, blanks at the ends dropped.
 * What is not certain stays as it was typed.
 */
export function tidied(kind: Kind, typed: string, period: string): string {
  const text = typed.replace(/[\t\r\n]+/g, ' ').trim()
  if (text === '') return ''
  switch (kind) {
    case 'date':
      return dayOf(text, period) ?? text
    case 'yuan': {
      const fen = parseYuan(text)
      return fen === null ? text : yuan(fen)
    }
    case 'count': {
      const count = parseCount(text)
      return count === null ? text : String(count)
    }
    case 'area': {
      const centi = parseArea(text)
      return centi === null ? text : yuan(centi)
    }
    default:
      return text
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}$/

/** Returns a cell as it is read: 11月5日, with the year only if it is not the period's. */
export function shownText(kind: Kind, text: string, period: string): string {
  if (kind !== 'date' || !ISO.test(text)) return text
  const label = dateLabel(text)
  return text.startsWith(period.slice(0, 4)) ? label.slice(5) : label
}

/** Whether a day is within the period; an event has no bounds. */
export function isInPeriod(day: string, period: string): boolean {
  if (isEvent(period)) return true
  const { start, end } = periodRange(period)
  return day >= start && day <= end
}
