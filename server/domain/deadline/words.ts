import { dateLabel } from '@shared/common/period'
import type { Anchor, DeadlineRule, Frequency } from './types'
import type { EventName, Span, SpanUnit } from '@shared/common/span'

/** Plain Chinese for rules and due dates, as displayed. */

const next = (date: string): number => Date.parse(date) + 86_400_000
const shortLabel = (date: string): string => dateLabel(date).slice(5)

/** Formats runs of consecutive days: 9月25日至27日、10月1日. */
export function dayRanges(dates: readonly string[]): string {
  const runs: [string, string][] = []
  for (const date of dates) {
    const run = runs.at(-1)
    if (run && next(run[1]) === Date.parse(date)) run[1] = date
    else runs.push([date, date])
  }
  const said = runs.map(([first, last]) => {
    if (first === last) return shortLabel(first)
    const sameMonth = first.slice(0, 7) === last.slice(0, 7)
    return `${shortLabel(first)}至${sameMonth ? `${Number(last.slice(8))}日` : shortLabel(last)}`
  })
  return said.join('、')
}

const UNIT_WORDS: Record<SpanUnit, string> = {
  'working-day': '个工作日',
  'calendar-day': '日',
  month: '个月',
}

export const spanWords = ({ n, unit }: Span): string => `${n} ${UNIT_WORDS[unit]}`

const EVENT_WORDS: Record<Exclude<EventName, 'other'>, string> = {
  'made-or-obtained': '制定或获取信息',
  formed: '信息形成',
  changed: '信息变更',
  'formed-or-changed': '信息形成或变更',
  'received-by-unit': '本单位收到',
  'superior-published': '上级机关发布',
  'allocation-decided': '分配结果确定',
  'approval-received': '收到批准文件',
  'decision-made': '作出决定',
  'congress-approved': '人民代表大会或其常务委员会批准',
  occurred: '事项发生',
  meeting: '会议召开',
  election: '选举',
}

/** Returns the event that starts the clock, in the source's words if it has its own. */
export function eventWords({ events = [], eventText }: Pick<DeadlineRule, 'events' | 'eventText'>): string {
  if (eventText) return eventText
  return events.map(event => (event === 'other' ? '' : EVENT_WORDS[event])).join('或')
}

const FREQUENCY_WORDS: Record<Frequency, string> = {
  monthly: '每月',
  quarterly: '每季度',
  'half-yearly': '每半年',
  yearly: '每年',
}

const monthWords = (frequency: Frequency, month: number | undefined): string => {
  if (month === undefined) return ''
  if (frequency === 'yearly') return ` ${month} 月`
  return month === 1 ? '首个月' : `第 ${month} 个月`
}

/** Formats the day; 31 without a month name means the last day: 每月底, but 3 月 31 日. */
const dayWords = (day: number | undefined, frequency: Frequency): string =>
  day === undefined || (day === 31 && frequency !== 'yearly') ? '底' : ` ${day} 日`

const anchorWords = (frequency: Frequency, { dayOfMonth, monthOfPeriod }: Anchor): string =>
  `${FREQUENCY_WORDS[frequency]}${monthWords(frequency, monthOfPeriod)}${dayWords(dayOfMonth, frequency)}前`

function periodicWords({ frequency = 'monthly', anchor }: DeadlineRule): string {
  if (!anchor) return `${FREQUENCY_WORDS[frequency]}至少公开一次`
  if (anchor.afterPeriodEnd) {
    return `${FREQUENCY_WORDS[frequency]}结束后 ${spanWords(anchor.afterPeriodEnd)}内公开`
  }
  return `${anchorWords(frequency, anchor)}公开`
}

function afterWords(rule: DeadlineRule): string {
  const span = rule.n && rule.unit ? `${spanWords({ n: rule.n, unit: rule.unit })}内` : ''
  const event = eventWords(rule)
  return event ? `${event}之日起 ${span}公开` : `${span}公开`
}

function beforeWords(rule: DeadlineRule): string {
  const event = eventWords(rule)
  const span = rule.n && rule.unit ? spanWords({ n: rule.n, unit: rule.unit }) : ''
  if (!span) return `${event}之前公开`
  return event ? `${event} ${span}前公开` : `提前 ${span}公开`
}

function immediateWords(rule: DeadlineRule): string {
  const event = eventWords(rule)
  return event ? `${event}后及时公开` : '及时公开'
}

function noticeWords({ notice }: DeadlineRule): string {
  if (!notice) return ''
  return `公示期${notice.atLeast ? '不少于' : ''} ${spanWords(notice)}`
}

const SENTENCES: Record<DeadlineRule['kind'], (rule: DeadlineRule) => string> = {
  'after-event': afterWords,
  'before-event': beforeWords,
  periodic: periodicWords,
  immediate: immediateWords,
  standing: () => '长期公开',
  progress: () => '按进展分阶段及时公开',
  ditto: () => '与上一行相同',
  notice: () => '',
  'other-law': () => '法律、法规另有规定的，从其规定',
}

/** Describes a rule in plain Chinese: `信息形成或变更之日起 20 个工作日内公开，公示期 7 个工作日`. */
export function describeRule(rule: DeadlineRule): string {
  const said = [SENTENCES[rule.kind](rule), noticeWords(rule)].filter(words => words !== '').join('，')
  return rule.condition ? `${rule.condition}：${said}` : said
}
