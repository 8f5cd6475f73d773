import { dateLabel } from '@shared/common/period'
import { CORRECTION_NOTICE, EXTENSION } from '../law'
import { type ClockEvent, EVENT_NAMES } from './input'

/** Events that do not have the effect that they were meant to have; the codes are stable. */
const CLOCK_FAULTS = {
  'no-receipt': '事件里没有收到申请的日期，不能推算答复期限',
  'base-missing': '事件里没有这个期限的起点，不能推算',
  'before-receipt': '这时还没有收到申请，不起作用',
  'receipt-again': '申请已经收到，收到之日以第一次为准',
  'confirm-late': '平常信函应当在收到当天与申请人确认；收到之日按确认之日算',
  'correction-late': `告知补正超过了收到申请之日起 ${CORRECTION_NOTICE.n} 个工作日，答复期限不停`,
  'second-correction': '补正只能一次性告知，第二次不起作用，答复期限不停',
  'correction-unasked': '没有告知过补正，收到的补充材料不改变答复期限',
  'opinion-late': '征求意见的时候答复期限已经用完，不能再扣除',
  'opinion-unmatched': '找不到对应的征求意见书，不改变答复期限',
  'second-extension': '延期只能一次，第二次不起作用',
  'extension-late': '延期应当在答复期限届满前告知申请人，到期之后告知的不起作用',
  'extension-too-long': `延长的期限最长 ${EXTENSION.n} 个工作日，超过的不起作用`,
  'delay-late': '延迟答复应当在答复期限届满前告知申请人，到期之后告知的不起作用',
  'fee-late': '收费通知应当在答复期限内发出，到期之后发出的不起作用',
  'fee-unasked': '没有发过收费通知，缴费不改变答复期限',
  'reply-late': '答复超过了期限',
  'after-reply': '已经答复，不再改变答复期限',
} as const
export type ClockFaultCode = keyof typeof CLOCK_FAULTS

/** `event`: index in the list as it was given, from 0; null: the list as a whole. */
export interface ClockFault {
  code: ClockFaultCode
  event: number | null
  message: string
}

/** An event with its index in the given list. */
export interface PlacedEvent<Event extends ClockEvent = ClockEvent> {
  event: Event
  at: number
}

const placeWords = ({ event, at }: PlacedEvent): string =>
  `第 ${at + 1} 个事件（${dateLabel(event.on)}${EVENT_NAMES[event.type]}）：`

export const clockFault = (code: ClockFaultCode, placed: PlacedEvent | null): ClockFault => ({
  code,
  event: placed?.at ?? null,
  message: `${placed ? placeWords(placed) : ''}${CLOCK_FAULTS[code]}。`,
})
