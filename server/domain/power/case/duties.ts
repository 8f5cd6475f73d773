import type { PowerDisclosure } from '@shared/contract/power/item'
import { HolidaysMissing } from '../../deadline/calendar'
import type { HolidayTable } from '../../deadline/types'
import { stepOf } from '@shared/power/graph'
import { limitEnd } from './clock'
import type { CaseState } from './types'

/** What a finished step has to disclose 公开义务, and until when. */
export interface CaseObligation {
  /** Number of the stay at the step, from 0: a step that is done again is disclosed again. */
  visit: number
  step: string
  disclosure: PowerDisclosure
  from: string
  /** Null: the end lies in a year without a holiday table. The duty's clock does not stand when the case does. */
  dueOn: string | null
}

function dueOf(from: string, { within }: PowerDisclosure, holidays: HolidayTable): string | null {
  try {
    return limitEnd(from, within, [], holidays)
  } catch (error) {
    if (!(error instanceof HolidaysMissing)) throw error
    return null
  }
}

/** Every duty that the finished steps of a case have started, in order; what was undone later was done and stays. */
export const obligationsOf = ({ item, visits }: CaseState, holidays: HolidayTable): CaseObligation[] =>
  visits.flatMap(({ step: id, finished }, visit) => {
    const disclosure = stepOf(item, id)?.disclosure ?? null
    if (!finished || !disclosure) return []
    const from = finished.on
    return [{ visit, step: id, disclosure, from, dueOn: dueOf(from, disclosure, holidays) }]
  })
