import type { MoneyLine } from '@shared/contract/disclosure/notice'
import { parseCount, parseDay, parseYuan } from '@shared/figures/parse'
import type { Fault, LineDraft } from './types'

/** Maps a content path to its draft path, so that the server's faults find their field. */
export type Origin = { content: string; draft: string }

/** Collects faults and origins of one block during parsing. */
export interface Parser {
  at: string
  period: string
  faults: Fault[]
  origins: Origin[]
}

const AMOUNT_FAULT = '这里要写金额，例如 1234.50。'
const DATE_FAULT = '这里要写日期，例如 2026-03-05。'
const DIRECTION_FAULT = '请选是收入还是支出。'
const COUNT_FAULT = '这里要写人数，例如 3。'

/** Records a fault and returns the placeholder value. */
export function fault<Value>({ at, faults }: Parser, field: string, message: string, instead: Value): Value {
  faults.push({ field: `${at}.${field}`, message })
  return instead
}

export const amount = (pen: Parser, field: string, typed: string): number =>
  parseYuan(typed) ?? fault(pen, field, AMOUNT_FAULT, 0)

export const count = (pen: Parser, field: string, typed: string): number =>
  parseCount(typed) ?? fault(pen, field, COUNT_FAULT, 0)

export function required(pen: Parser, field: string, typed: string, what: string): string {
  return typed.trim() || fault(pen, field, `请填写${what}。`, '')
}

/** Parses a day as picked, typed or read from a sheet. */
export function day(pen: Parser, field: string, typed: string): string {
  const text = required(pen, field, typed, '日期')
  return text && (parseDay(text, pen.period.slice(0, 4)) ?? fault(pen, field, DATE_FAULT, ''))
}

export function direction(
  pen: Parser,
  field: string,
  chosen: LineDraft['direction'],
): MoneyLine['direction'] {
  return chosen || fault(pen, field, DIRECTION_FAULT, 'expense')
}

/**
 * Remembers what rows without a fault were parsed to: a key press in a long list then parses one row. A faulty row is parsed each time,
 * since its faults name its place.
 */
export function soundRows<Row extends object, Made, Form = void>(
  make: (pen: Parser, row: Row, index: number, form: Form) => Made,
): typeof make {
  const known = new WeakMap<Row, { period: string; form: Form; made: Made }>()
  return (pen, row, index, form) => {
    const before = known.get(row)
    if (before && before.period === pen.period && before.form === form) return before.made
    const faults = pen.faults.length
    const made = make(pen, row, index, form)
    if (pen.faults.length === faults) known.set(row, { period: pen.period, form, made })
    return made
  }
}
