import { HolidaysMissing, type HolidayTable } from '@server/domain/deadline'
import { type ClockFault, clockFault } from './faults'
import type { EventList } from './input'
import { limitOf } from './limits'
import { type ReplyClock, replyClock, type Stop } from './reply'
import { replyWords } from './words'

export { readEventList } from './read'

/** Answer for one event list. `due` null with `missingYear`: that year's holiday table is not loaded. */
export interface ClockAnswer {
  id: string | number | null
  receipt: string | null
  due: string | null
  stopped: Stop | null
  excluded: ReplyClock['excluded']
  faults: ClockFault[]
  words: string
  /** Only for a letter, fax or e-mail: the day by which it needs attention, confirmed or not. */
  alarm?: string
  missingYear: number | null
}

const missingWords = (year: number): string => `没有 ${year} 年的节假日安排，不能推算工作日。`

function replyAnswer(clock: ReplyClock): Omit<ClockAnswer, 'id'> {
  const { receipt, due, stopped, excluded, faults, alarm, missingYear } = clock
  const words = replyWords(clock)
  return { receipt, due, stopped, excluded, faults, words, ...(alarm !== null && { alarm }), missingYear }
}

/** Computes the clock that an event list asks for (default: the reply). Never throws for a list that was read. */
export function clockAnswer({ id, clock = 'reply', events }: EventList, holidays: HolidayTable): ClockAnswer {
  const reply = replyClock(events, holidays)
  if (!clock || clock === 'reply') return { id: id ?? null, ...replyAnswer(reply) }
  const plain = { id: id ?? null, receipt: reply.receipt, stopped: null, excluded: [] }
  try {
    const limit = limitOf(clock, events, reply.receipt, holidays)
    if (limit) return { ...plain, ...limit, faults: [], missingYear: null }
    const fault = clockFault('base-missing', null)
    return { ...plain, due: null, faults: [fault], words: fault.message, missingYear: null }
  } catch (error) {
    if (!(error instanceof HolidaysMissing)) throw error
    return { ...plain, due: null, faults: [], words: missingWords(error.year), missingYear: error.year }
  }
}
