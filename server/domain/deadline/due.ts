import { dateLabel } from '@shared/common/period'
import { type Candidate, holdingRules } from './reading/branch'
import { type PeriodEnd, daysBefore, periodEnd } from './calendar'
import { periodicDue } from './periodicDue'
import type { DeadlineRule, HolidayTable } from './types'
import { dayRanges, describeRule, eventWords, spanWords } from './words'
import type { Span } from '@shared/common/span'

/** A due date with its explanation; `due` null: the rule gives no date. */
export interface RuleDue {
  due: string | null
  words: string
  /** Skipped rest days, in order. */
  skipped: string[]
}

/** `rule`: index of the applied rule; null if none applies. */
export interface DueDate extends RuleDue {
  rule: number | null
}

const skippedWords = (skipped: readonly string[]): string =>
  skipped.length > 0 ? `，跳过 ${dayRanges(skipped)}（共 ${skipped.length} 天休息日）` : ''

function spanOf({ n, unit }: DeadlineRule): Span | null {
  return n !== undefined && unit !== undefined ? { n, unit } : null
}

function afterWords(rule: DeadlineRule, event: string, span: Span, { date, skipped }: PeriodEnd): string {
  const named = eventWords(rule)
  const start = `${dateLabel(event)}${named ? `（${named}）` : ''}的次日起数 ${spanWords(span)}`
  if (span.unit === 'working-day') return `${start}${skippedWords(skipped)}，到 ${dateLabel(date)}`
  const [first] = skipped
  if (!first) return `${start}，到 ${dateLabel(date)}`
  return `${start}，到 ${dateLabel(first)}，是休息日${skippedWords(skipped)}，顺延到 ${dateLabel(date)}`
}

function afterEvent(rule: DeadlineRule, event: string, holidays: HolidayTable): RuleDue {
  const span = spanOf(rule)
  if (!span) return { due: null, words: describeRule(rule), skipped: [] }
  const end = periodEnd(event, span, holidays)
  return { due: end.date, words: afterWords(rule, event, span, end), skipped: end.skipped }
}

function beforeEvent(rule: DeadlineRule, event: string, holidays: HolidayTable): RuleDue {
  const span = spanOf(rule)
  const named = eventWords(rule)
  if (!span) {
    const words = `须在 ${dateLabel(event)}${named ? `（${named}）` : ''}之前公开，没有写明提前几天`
    return { due: null, words, skipped: [] }
  }
  const { date, skipped } = daysBefore(event, span, holidays)
  const words = `${dateLabel(event)}${named ? `（${named}）` : ''}往前数 ${spanWords(span)}${skippedWords(skipped)}，最迟 ${dateLabel(date)}`
  return { due: date, words, skipped }
}

function periodic(rule: DeadlineRule, event: string, holidays: HolidayTable): RuleDue {
  const { date, skipped } = periodicDue(rule, event, holidays)
  const moved = skipped.length > 0 ? `${skippedWords(skipped)}` : ''
  return { due: date, words: `${describeRule(rule)}${moved}，本期到 ${dateLabel(date)}`, skipped }
}

const undated = (words: string) => (): RuleDue => ({ due: null, words, skipped: [] })

type Compute = (rule: DeadlineRule, event: string, holidays: HolidayTable) => RuleDue

const COMPUTE: Record<DeadlineRule['kind'], Compute> = {
  'after-event': afterEvent,
  'before-event': beforeEvent,
  periodic,
  immediate: undated('要求及时公开，没有写明天数，按本地设定的期限办理'),
  standing: undated('要求长期公开，没有截止日期；内容变更后按本地设定的期限更新'),
  progress: undated('按进展分阶段公开，每个阶段按本地设定的期限办理'),
  ditto: undated('与上一行相同，请先确定上一行的时限'),
  notice: rule => ({ due: null, words: `只规定了${describeRule(rule)}，没有公开的截止日期`, skipped: [] }),
  'other-law': undated('从其他法律、法规的规定，不能推算'),
}

/**
 * Computes one rule's due date for an event on `event` (`YYYY-MM-DD`, not counted).
 * @throws HolidaysMissing when a year without a holiday table is needed
 */
export const ruleDue = (rule: DeadlineRule, event: string, holidays: HolidayTable): RuleDue =>
  COMPUTE[rule.kind](rule, event, holidays)

const DATED: readonly DeadlineRule['kind'][] = ['after-event', 'before-event', 'periodic']

const firstDated = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.find(({ rule }) => DATED.includes(rule.kind)) ?? candidates[0]

export interface DueQuestion {
  event: string
  /** Words of the applicable branch. */
  condition?: string
  holidays: HolidayTable
}

/**
 * Computes the due date of a text's rules: those of the branch that `condition` names, else the rules without a
 * condition; of several the first with a date.
 * @throws HolidaysMissing
 */
export function dueDate(
  rules: readonly DeadlineRule[],
  { event, condition, holidays }: DueQuestion,
): DueDate {
  const chosen = firstDated(holdingRules(rules, condition))
  if (!chosen) {
    const branches = rules.flatMap(rule => rule.condition ?? []).join('；')
    const words = branches ? `要先说明属于哪种情形：${branches}` : '没有读懂这条时限，不能推算'
    return { due: null, rule: null, words, skipped: [] }
  }
  const { words, ...dated } = ruleDue(chosen.rule, event, holidays)
  const branch = chosen.rule.condition && chosen.rule.kind !== 'periodic' ? `${chosen.rule.condition}：` : ''
  return { due: dated.due, rule: chosen.index, words: `${branch}${words}`, skipped: dated.skipped }
}
