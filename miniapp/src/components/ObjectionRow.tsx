import type { ObjectionSummary } from '@shared/contract/participation/objection'
import { assumedNote } from '@shared/texts/holidays'
import { Txt } from '../elements/dom'
import { shortDay, withoutYear } from '../format/date'
import { DaySaid, DaysLate, DaysLeft, daysLateHeard, daysLeftHeard } from './board/DayBox'
import { Link } from './controls/Link'

interface Props {
  objection: ObjectionSummary
  url: string
  /** Shows the notice's organisation, in lists over several. */
  withOrg?: boolean
}

/** Shows an objection in a list: the days for its answer, what it is about, its state. */
export function ObjectionRow({ objection, url, withOrg = false }: Props) {
  const { number, noticeTitle, orgName, place, kindLabel, state, stateLabel, late, dueOn, assumedYears } =
    objection
  const about = [withOrg && orgName, place, kindLabel].filter(Boolean).join('，')
  const due = dueOn ? `最晚${shortDay(dueOn)}${assumedNote(assumedYears)}` : ''
  const sign = state === 'settled' || state === 'closed' ? '✓' : late ? '×' : '…'
  const word = `${sign} ${late ? `${stateLabel}，已过期` : stateLabel}`
  const standing = [word, due].filter(Boolean).join('，')
  const title = withoutYear(noticeTitle)
  return (
    <Link
      className="board-row"
      label={[daysOf(objection), title, about, standing, number].join('，')}
      url={url}
    >
      <Days objection={objection} />
      <Txt className="board-row__main">
        <Txt className="board-row__title">{title}</Txt>
        <Txt className="board-row__text">{about}</Txt>
        <Txt className={late ? 'board-row__fault' : 'board-row__text'}>{standing}</Txt>
        <Txt className="board-row__text">{number}</Txt>
      </Txt>
    </Link>
  )
}

/** What an objection says that waits for nobody, or for the person. */
function wordsOf({ state, stateLabel }: ObjectionSummary): readonly [string, string] {
  const done = /已(..)$/.exec(stateLabel)?.[1]
  if (done !== undefined) return ['已', done]
  return state === 'refused' ? ['没有', '通过'] : ['等', '处理']
}

/** What the box of days says, for those who hear it. */
function daysOf(objection: ObjectionSummary): string {
  const { late, dueOn } = objection
  if (dueOn === null) return wordsOf(objection).join(' ')
  return late ? daysLateHeard(dueOn) : daysLeftHeard(dueOn, '答复')
}

function Days({ objection }: { objection: ObjectionSummary }) {
  const { late, dueOn } = objection
  if (dueOn === null) return <DaySaid words={wordsOf(objection)} />
  return late ? <DaysLate dueOn={dueOn} /> : <DaysLeft until={dueOn} what="答复" />
}
