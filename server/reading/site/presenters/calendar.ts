import type { DisclosureCalendar } from '@shared/contract/reading/site'
import { type CalendarRow, calendarState } from '@server/disclosure/obligations'
import { type OrgRow, presentOrgRef } from '@server/people/orgs'
import { dutyName } from './dutyName'

interface Input {
  org: OrgRow
  year: number
  rows: readonly CalendarRow[]
  today: string
}

/** Public: the calendar of a year's disclosures. Says what and when, never who. */
export const presentCalendar = ({ org, year, rows, today }: Input): DisclosureCalendar => ({
  org: presentOrgRef(org),
  year,
  items: rows.flatMap(row =>
    row.dueOn === null
      ? []
      : [
          {
            id: row._id,
            name: dutyName(row),
            cause: row.causeLabel,
            dueOn: row.dueOn,
            state: calendarState(row, today),
            doneOn: row.doneOn,
            noticeId: row.noticeId,
            ...(row.nudges && calendarState(row, today) === 'late' && { nudges: row.nudges }),
          },
        ],
  ),
})
