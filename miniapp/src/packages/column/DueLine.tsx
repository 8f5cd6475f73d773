import type { DisclosureCalendar } from '@shared/contract/reading/site'
import { DaysLate, daysLateHeard, DaysLeft, daysLeftHeard } from '../../components/board/DayBox'
import { Link } from '../../components/controls/Link'
import { Box, Txt } from '../../elements/dom'
import { shortDay, withoutYear } from '../../format/date'
import { routes } from '../../routes'
import { Urge } from './Urge'

type Item = DisclosureCalendar['items'][number]

const words = ({ state, dueOn, doneOn }: Item): string => {
  if (state === 'late' || state === 'due') return `应在${shortDay(dueOn)}前公开`
  const on = doneOn ? `${shortDay(doneOn)}公开` : '已经公开'
  return state === 'done' ? `✓ ${on}` : `! ${on}，晚于${shortDay(dueOn)}`
}

/** One matter of the calendar: what, by when, whether it is done; late ones can be urged 催一下. */
export function DueLine({ item }: { item: Item }) {
  const { id, name, cause, state, dueOn, noticeId, nudges = 0 } = item
  const title = `${withoutYear(cause)} ${name}`
  const days = state === 'late' ? daysLateHeard(dueOn) : state === 'due' ? daysLeftHeard(dueOn, '到期') : ''
  const shown = (
    <>
      {state === 'late' && <DaysLate dueOn={dueOn} />}
      {state === 'due' && <DaysLeft until={dueOn} what="到期" />}
      <Txt className="board-row__main">
        <Txt className="board-row__title">{title}</Txt>
        <Txt className={state === 'done-late' ? 'board-row__fault' : 'board-row__text'}>{words(item)}</Txt>
      </Txt>
    </>
  )
  if (noticeId !== null) {
    return (
      <Link
        className="board-row"
        label={[days, title, words(item)].filter(Boolean).join('，')}
        url={routes.notice(noticeId)}
      >
        {shown}
      </Link>
    )
  }
  return (
    <Box className="board-row">
      {shown}
      {state === 'late' && <Urge id={id} title={title} before={nudges} />}
    </Box>
  )
}
