import type { DisclosureCalendar } from '@shared/contract/reading/site'
import { api } from '../../../api/client'
import { Button } from '../../../components/controls/Button'
import { Loaded } from '../../../components/page/Loaded'
import { Box, Heading } from '../../../elements/dom'
import { shortDay } from '../../../format/date'
import { IN_WORK, useResource } from '../../../hooks/useResource'
import {
  type DayDuties,
  WEEKDAYS,
  dutiesByDay,
  dutiesOfMonth,
  dutiesText,
  monthAway,
  weeksOf,
} from './monthGrid'
import type { MonthCalendarProps } from './types'

const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`

/** Shows the duties 公开任务 of a month as a grid of its days 月历: what is due, done and late; a press opens a day's. */
export function MonthCalendar({ org, month, day, today, onLook }: MonthCalendarProps) {
  const year = Number(month.slice(0, 4))
  const calendar = useResource<DisclosureCalendar>(
    org && `month-calendar:${org}:${year}`,
    () => api('GET /orgs/:code/calendar', { params: { code: org }, query: { year } }),
    IN_WORK,
  )
  const turn = (by: -1 | 1) => onLook({ month: monthAway(month, by), day: null })
  const thisMonth = today.slice(0, 7)
  return (
    <Box className="monthly">
      <Box className="monthly__bar">
        <Heading level={2} className="monthly__name">
          {`${monthText(month)}要公开的`}
        </Heading>
        <Button look="plain" label="上个月" onPress={() => turn(-1)} />
        {month !== thisMonth && (
          <Button look="plain" label="回到本月" onPress={() => onLook({ month: thisMonth, day: null })} />
        )}
        <Button look="plain" label="下个月" onPress={() => turn(1)} />
      </Box>
      <Loaded resource={calendar}>
        {({ items }) => (
          <MonthGrid month={month} day={day} today={today} days={dutiesByDay(items, month)} onLook={onLook} />
        )}
      </Loaded>
    </Box>
  )
}

interface GridProps extends Pick<MonthCalendarProps, 'month' | 'day' | 'today' | 'onLook'> {
  days: ReadonlyMap<string, DayDuties>
}

function MonthGrid({ days, ...shown }: GridProps) {
  return (
    <>
      <table className="monthly__grid">
        <caption className="monthly__sum">
          {days.size === 0 ? '这个月没有到期的。' : `这个月${dutiesText(dutiesOfMonth(days))}。`}
        </caption>
        <thead>
          <tr>
            {WEEKDAYS.map(name => (
              <th key={name} scope="col" className="monthly__head">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(shown.month).map((week, row) => (
            <tr key={row}>
              {week.map((day, column) =>
                day === null ? (
                  <td key={column} className="monthly__day monthly__day--none" />
                ) : (
                  <Day key={day} date={day} duties={days.get(day)} {...shown} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface DayProps extends Pick<MonthCalendarProps, 'month' | 'day' | 'today' | 'onLook'> {
  date: string
  duties: DayDuties | undefined
}

/** A day; without duties there is nothing to open. A second press leads back to the whole month. */
function Day({ date, duties, month, day, today, onLook }: DayProps) {
  const look = ['monthly__day', date === today && 'monthly__day--today', date === day && 'monthly__day--on']
  const className = look.filter(Boolean).join(' ')
  const number = Number(date.slice(8))
  if (!duties) {
    return (
      <td className={className} aria-current={date === today ? 'date' : undefined}>
        <span className="monthly__empty">{number}</span>
      </td>
    )
  }
  return (
    <td className={className} aria-current={date === today ? 'date' : undefined}>
      <button
        type="button"
        className="monthly__open"
        aria-pressed={date === day}
        aria-label={`${number} ${countsOf(duties).join(' ')}，${shortDay(date)}${dutiesText(duties)}`}
        onClick={() => onLook({ month, day: date === day ? null : date })}
      >
        <span className="monthly__number">{number}</span>
        {countsOf(duties).map(text => (
          <span
            key={text}
            className={text.startsWith('×') ? 'monthly__count monthly__count--late' : 'monthly__count'}
          >
            {text}
          </span>
        ))}
      </button>
    </td>
  )
}

const countsOf = ({ all, done, late }: DayDuties): string[] => [
  `到期 ${all}`,
  ...(done > 0 ? [`✓ 公开 ${done}`] : []),
  ...(late > 0 ? [`× 没公开 ${late}`] : []),
]
