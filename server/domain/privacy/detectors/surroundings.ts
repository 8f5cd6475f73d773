import type { NumberWindow } from './digits'
import type { ScanText } from '../types'

/** Units that make the preceding number a quantity 数量单位. */
const UNIT_AFTER =
  /^[ ]?(?:[元万亿角分%‰亩吨斤株㎡]|平方|公[斤里顷]|立方|[人户张件个米头只台套次份桶袋棵块条](?![\u4e00-\u9fff]))/
const DECIMAL_AFTER = /^\.\d/
const DECIMAL_BEFORE = /(?:\d\.|\d,|[¥￥$])$/
const DATE_UNIT_AFTER = /^[ ]?[年月日时号]/

/** Checks whether the number is money, a measure or part of a longer figure. */
export function isQuantity(scan: ScanText, window: Pick<NumberWindow, 'start' | 'end'>): boolean {
  const after = scan.text.slice(window.end, window.end + 6)
  const before = scan.text.slice(Math.max(0, window.start - 2), window.start)
  return (
    UNIT_AFTER.test(after) ||
    DECIMAL_AFTER.test(after) ||
    DECIMAL_BEFORE.test(before) ||
    /^,\d{3}/.test(after)
  )
}

/** Checks whether the last group is the year, month or day of a date. */
export const endsAsDate = (scan: ScanText, end: number): boolean =>
  DATE_UNIT_AFTER.test(scan.text.slice(end, end + 2))

/** Checks whether a letter or digit touches the number. */
export function touchesWord(scan: ScanText, window: Pick<NumberWindow, 'start' | 'end'>): boolean {
  const before = scan.text[window.start - 1] ?? ''
  const after = scan.text[window.end] ?? ''
  return /[A-Za-z0-9]/.test(before) || /[A-Za-z0-9]/.test(after)
}

/** Mask characters: digits of the same number may continue before or after them. */
const MASK_CHAR = /[*＊×●■]/
export const touchesMask = (scan: ScanText, window: Pick<NumberWindow, 'start' | 'end'>): boolean =>
  MASK_CHAR.test(scan.text[window.start - 1] ?? '') || MASK_CHAR.test(scan.text[window.end] ?? '')
