import { attachNotices } from './notices'
import { readCharacters } from './reading/characters'
import { type StatedPart, readSentence } from './reading/reader'
import { sentencesOf, withoutLayout } from './reading/sentences'
import type { DeadlineRule, ParsedDeadline } from './types'

/** Maximum length of a time limit; a longer cell stays unresolved. */
const LONGEST_TEXT = 2000

/** Inherits the event of the preceding statement: 其中行政处罚7个工作日内 branches from it. */
function inheritEvents(parts: readonly StatedPart[]): StatedPart[] {
  let main: DeadlineRule | null = null
  return parts.map(part => {
    if (part.statement.says !== 'rule') return part
    const { rule } = part.statement
    if (!part.branch) main = rule
    if (!part.branch || !main?.events || rule.kind !== 'after-event' || rule.events) return part
    const { events, eventText } = main
    const inherited = eventText ? { ...rule, events, eventText } : { ...rule, events }
    return { ...part, statement: { says: 'rule', rule: inherited } }
  })
}

const samePeriod = (left: DeadlineRule, right: DeadlineRule): boolean =>
  left.kind === 'periodic' &&
  right.kind === 'periodic' &&
  left.frequency === right.frequency &&
  (right.condition === undefined || left.condition === right.condition)

/** Merges 每季度公布一次，季后15日内公布 into one rule: the second part gives its date. */
function mergePeriodic(rules: readonly DeadlineRule[]): DeadlineRule[] {
  const merged: DeadlineRule[] = []
  for (const rule of rules) {
    const last = merged.at(-1)
    if (last && samePeriod(last, rule) && !(last.anchor && rule.anchor)) {
      merged.splice(-1, 1, { ...last, ...rule, ...(last.condition && { condition: last.condition }) })
    } else merged.push(rule)
  }
  return merged
}

const isLaw = ({ kind }: DeadlineRule): boolean => kind === 'other-law'

/** Moves the savings clause to the end, once; without a limit that it saves, it is one only as the whole text. */
function lawLast(rules: readonly DeadlineRule[], whole: boolean): DeadlineRule[] {
  const limits = rules.filter(rule => !isLaw(rule))
  return limits.length > 0 || whole ? [...limits, ...rules.filter(isLaw).slice(0, 1)] : []
}

const isDitto = (text: string): boolean =>
  /^[;,]*(?:〃+|-*[〃]+-*|同上[栏行条列]?|同前[栏行条列]?|同上一[栏行条列格项]|同上[一]?述?|同上所述)[;,]*$/.test(
    text,
  )

const MOVED_DAY = /(?:节假?日|休息日|节日)[^,;]{0,4}顺延/

/** Checks for 遇节假日顺延 on a fixed day, which no rule can express; for a length of time it is the law itself. */
const movesFixedDay = (text: string, rules: readonly DeadlineRule[]): boolean =>
  MOVED_DAY.test(text) &&
  rules.some(
    ({ kind, anchor }) => kind === 'before-event' || (kind === 'periodic' && !anchor?.afterPeriodEnd),
  )

/**
 * Reads the time limits of a cell of the column 公开时限, or of a whole clause. An unknown part yields no rule and
 * `unresolved`; nothing is guessed. Words in the result (condition, eventText) are the source's, without layout blanks.
 */
export function parseDeadline(raw: string): ParsedDeadline {
  if (raw.length > LONGEST_TEXT) return { raw, unresolved: true, rules: [] }
  const { text } = readCharacters(withoutLayout(raw))
  if (isDitto(text)) return { raw, unresolved: false, rules: [{ kind: 'ditto' }] }
  const readings = sentencesOf(raw).map(readSentence)
  const parts = inheritEvents(readings.flatMap(({ statements }) => statements))
  const unreadPart = readings.some(({ unread }) => unread)
  const rules = lawLast(mergePeriodic(attachNotices(parts)), readings.length === 1 && !unreadPart)
  const unread = unreadPart || movesFixedDay(text, rules)
  return { raw, unresolved: unread || rules.length === 0, rules }
}
