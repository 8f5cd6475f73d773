import type { StatedPart } from './reading/reader'
import type { DeadlineRule, NoticeSpan } from './types'

interface Waiting {
  notice: NoticeSpan
  condition?: string
}

const POSTING_EVENT = /公示|公告/

const withCondition = (condition: string | undefined): Pick<DeadlineRule, 'condition'> =>
  condition ? { condition } : {}

const standsAlone = ({ notice, condition }: Waiting): DeadlineRule => ({
  kind: 'notice',
  ...withCondition(condition),
  notice,
})

const canTake = (rule: DeadlineRule | undefined, condition: string | undefined): rule is DeadlineRule =>
  rule !== undefined &&
  rule.kind !== 'other-law' &&
  !rule.notice &&
  (!condition || condition === rule.condition)

const follows = (rule: DeadlineRule, waiting: Waiting): boolean =>
  canTake(rule, waiting.condition) && !POSTING_EVENT.test(rule.eventText ?? '')

/** Attaches each posting period to the deadline before it, else to the one after it, else it is a rule of its own. */
export function attachNotices(parts: readonly StatedPart[]): DeadlineRule[] {
  const rules: DeadlineRule[] = []
  let waiting: Waiting | null = null
  for (const { statement, condition } of parts) {
    if (statement.says === 'notice') {
      const last = rules.at(-1)
      if (waiting) rules.push(standsAlone(waiting))
      waiting = null
      if (canTake(last, condition)) last.notice = statement.notice
      else waiting = { notice: statement.notice, condition }
    }
    if (statement.says === 'rule') {
      const rule: DeadlineRule = { ...statement.rule, ...withCondition(condition) }
      if (waiting && follows(rule, waiting)) rule.notice = waiting.notice
      else if (waiting) rules.push(standsAlone(waiting))
      waiting = null
      rules.push(rule)
    }
  }
  return waiting ? [...rules, standsAlone(waiting)] : rules
}
