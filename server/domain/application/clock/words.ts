import { dateLabel } from '@shared/common/period'
import { dayRanges } from '@server/domain/deadline'
import { REPLY, SILENCE } from '../law'
import type { ReplyClock } from './reply'
import type { Trace } from './term'

/** The sum behind a date in plain Chinese: every day counted, excluded and passed over. */

const listed = (what: string, days: readonly string[], unit: string): string =>
  days.length > 0 ? `${what}：${dayRanges(days)}（${days.length} ${unit}）。` : ''

const traceWords = ({ counted, excluded, rest }: Trace): string =>
  [
    listed('算入的工作日', counted, '天'),
    listed('征求意见不算的工作日', excluded, '天'),
    listed('休息日不算', rest, '天'),
  ].join('')

const STOPPED = {
  correction: '已经告知申请人补正，答复期限停止计算；收到补正那天重新起算 20 个工作日。',
  fee: '已经发出收费通知，答复期限停止计算；申请人缴费那天重新起算 20 个工作日。',
} as const

function sumWords({ term, extension, receipt, due }: ReplyClock): string {
  if (term === null || receipt === null || due === null) return ''
  if (term.n === 0) return `已经告知申请人延迟到 ${dateLabel(due)} 答复。`
  const start = term.from === receipt ? '' : `已经告知申请人延迟到 ${dateLabel(term.from)}，`
  const base = term.n - extension
  const parts = [
    ...(base > 0 ? [`${base} 个工作日`] : []),
    ...(extension > 0 ? [`延长的 ${extension} 个工作日`] : []),
  ]
  return `${start}从次日数起，${parts.join('加')}，到 ${dateLabel(due)}。`
}

function silenceWords({ letters }: ReplyClock): string {
  const kinds = new Set(
    letters.flatMap(({ counts, received, kind }) => (counts && received === null && kind ? [kind] : [])),
  )
  return [...kinds].map(kind => `${SILENCE[kind]}。`).join('')
}

const beforeLaw = (receipt: string): string =>
  REPLY.since !== null && receipt < REPLY.since
    ? `收到之日早于现行条例施行之日（${dateLabel(REPLY.since)}），这里按现行条例推算。`
    : ''

function waitingWords({ alarm }: ReplyClock): string {
  const waiting = alarm === null ? '' : `已经收到的件要尽快与申请人确认，最晚留意 ${dateLabel(alarm)}。`
  return `还没有收到申请之日，不能推算答复期限。${waiting}`
}

function runningWords(clock: ReplyClock): string {
  if (clock.stopped !== null) return STOPPED[clock.stopped]
  if (clock.missingYear !== null) return `没有 ${clock.missingYear} 年的节假日安排，不能推算工作日。`
  return `${sumWords(clock)}${traceWords(clock.trace)}`
}

/** Explains a reply clock: receipt, sum, days, silence, end. */
export function replyWords(clock: ReplyClock): string {
  const { receipt, endedOn } = clock
  if (receipt === null) return waitingWords(clock)
  const ended = endedOn === null ? '' : `${dateLabel(endedOn)}已经答复。`
  return `${dateLabel(receipt)}是收到申请之日，当天不算。${runningWords(clock)}${silenceWords(clock)}${beforeLaw(receipt)}${ended}依据：${REPLY.basis}。`
}

/** A limit counted from one day. */
export interface LimitSum {
  base: string
  baseWords: string
  n: number
  unit: 'working-day' | 'calendar-day'
  due: string
  trace: Trace
  moved: readonly string[]
  basis: string
}

/** Explains a limit: from which day, how many, which rest days. */
export function limitWords({ base, baseWords, n, unit, due, trace, moved, basis }: LimitSum): string {
  const start = `${dateLabel(base)}${baseWords}，当天不算，从次日数起 ${n} ${unit === 'working-day' ? '个工作日' : '日'}`
  const delayed = moved.length > 0 ? `，最后一天是休息日（${dayRanges(moved)}），顺延` : ''
  return `${start}${delayed}，到 ${dateLabel(due)}。${traceWords(trace)}依据：${basis}。`
}
