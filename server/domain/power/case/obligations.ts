import type { PowerDisclosure } from '@shared/contract/power/item'
import { type Assumed, assumedPart, withAssumedYears } from '../../deadline/assumedYears'
import type { HolidayTable } from '../../deadline/types'
import { stepOf } from '@shared/power/graph'
import { limitEnd } from './clock'
import type { CaseState } from './types'

/** The obligation 公开义务 of a finished step, with its due date. */
export interface CaseObligation extends Assumed {
  /** Number of the visit to the step, from 0: a repeated step is disclosed again. */
  visit: number
  step: string
  disclosure: PowerDisclosure
  from: string
  /** Pauses of the case do not stop this clock. */
  dueOn: string | null
}

function dueOf(from: string, { within }: PowerDisclosure, holidays: HolidayTable) {
  const due = withAssumedYears(holidays, table => limitEnd(from, within, [], table))
  return { dueOn: due.value, ...assumedPart(due) }
}

/** Returns the obligations of all finished steps, in order; a step undone later keeps its obligation. */
export const obligationsOf = ({ item, visits }: CaseState, holidays: HolidayTable): CaseObligation[] =>
  visits.flatMap(({ step: id, finished }, visit) => {
    const disclosure = stepOf(item, id)?.disclosure ?? null
    if (!finished || !disclosure) return []
    const from = finished.on
    return [{ visit, step: id, disclosure, from, ...dueOf(from, disclosure, holidays) }]
  })
