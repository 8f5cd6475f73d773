import {
  type ParsedDeadline,
  dueDate,
  HolidaysMissing,
  isCalendarDate,
  parseDeadline,
} from '@server/domain/deadline'
import type { CommandModule } from '../command'
import { InputError, readArguments, UsageError } from '../command'
import { readHolidays } from '../holidayFile'
import { printForEachLine } from '../io'

/** Runs `deadline parse TEXT | --lines FILE` → ParsedDeadline, one per line with `--lines`. */
export const parseCommand: CommandModule = {
  async run(args) {
    const { values, positionals } = readArguments(args, { lines: { type: 'string' } })
    const [text, ...others] = positionals
    if (values.lines !== undefined) {
      if (positionals.length > 0) throw new UsageError('--lines 之外不能再给文字')
      await printForEachLine(values.lines, parseDeadline)
      return undefined
    }
    if (text === undefined || others.length > 0) throw new UsageError('请给出一段公开时限的文字')
    return parseDeadline(text)
  },
}

function readRules(text: string): ParsedDeadline {
  const parsed = parseDeadline(text)
  if (parsed.rules.length === 0) {
    throw new InputError('deadline-unresolved', `没有读懂这条公开时限，不能推算：${text}`)
  }
  return parsed
}

const UNREAD_PART = '；原文有一部分没有读懂，请人工核对'

/** Runs `deadline due TEXT --event YYYY-MM-DD [--condition WORDS] [--holidays FILE]` → DueDate. */
export const dueCommand: CommandModule = {
  async run(args) {
    const { values, positionals } = readArguments(args, {
      event: { type: 'string' },
      condition: { type: 'string' },
      holidays: { type: 'string' },
    })
    const [text, ...others] = positionals
    if (text === undefined || others.length > 0) throw new UsageError('请给出一段公开时限的文字')
    if (values.event === undefined) throw new UsageError('请用 --event 给出事项发生的日期')
    if (!isCalendarDate(values.event)) {
      throw new InputError('event-invalid', `不是有效的日期（应为 YYYY-MM-DD）：${values.event}`)
    }
    const { rules, unresolved } = readRules(text)
    const holidays = await readHolidays(values.holidays)
    try {
      const due = dueDate(rules, { event: values.event, condition: values.condition, holidays })
      return unresolved ? { ...due, words: `${due.words}${UNREAD_PART}` } : due
    } catch (error) {
      if (!(error instanceof HolidaysMissing)) throw error
      const details = [{ code: error.code, field: String(error.year), message: error.message }]
      throw new InputError(error.code, `${error.message}，请用 --holidays 补上`, details)
    }
  },
}
