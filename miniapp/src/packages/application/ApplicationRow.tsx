import type { ApplicationSummary } from '@shared/contract/participation/application'
import { DaysLate, daysLateHeard, DaysLeft, daysLeftHeard } from '../../components/board/DayBox'
import { Link } from '../../components/controls/Link'
import { Txt } from '../../elements/dom'
import { shortDay } from '../../format/date'

interface Props {
  application: ApplicationSummary
  url: string
  /** The name of the body, where a list mixes several. */
  withOrg?: boolean
}

function dueWords({ dueOn, daysLeft }: ApplicationSummary): string {
  if (dueOn === null || daysLeft === null) return ''
  return daysLeft < 0
    ? `最晚${shortDay(dueOn)}，已过 ${-daysLeft} 天`
    : `最晚${shortDay(dueOn)}，还有 ${daysLeft} 天`
}

/** What the box of days says. */
function daysOf({ dueOn, daysLeft }: ApplicationSummary): string {
  if (dueOn === null || daysLeft === null) return ''
  return daysLeft < 0 ? daysLateHeard(dueOn) : daysLeftHeard(dueOn, '到期')
}

/** Days in the box: late ones too. */
const Days = ({ of: { dueOn, daysLeft } }: { of: ApplicationSummary }) => {
  if (dueOn === null || daysLeft === null) return null
  return daysLeft < 0 ? <DaysLate dueOn={dueOn} /> : <DaysLeft until={dueOn} what="到期" />
}

/** Shows an application in a list: days left, what is asked, number, how far it is; never who asks. */
export function ApplicationRow({ application, url, withOrg = false }: Props) {
  const { title, number, orgName, stateLabel, daysLeft } = application
  const meta = withOrg ? `${orgName}·${number}` : number
  const due = dueWords(application)
  const late = daysLeft !== null && daysLeft < 0
  return (
    <Link
      className="board-row"
      label={[daysOf(application), title, meta, due, stateLabel].filter(Boolean).join('，')}
      url={url}
    >
      <Days of={application} />
      <Txt className="board-row__main">
        <Txt className="board-row__title">{title}</Txt>
        <Txt className="board-row__text">{meta}</Txt>
        {due && <Txt className="board-row__text">{due}</Txt>}
      </Txt>
      <Txt className={`state${late ? ' state--late' : ''}`}>{late ? `× ${stateLabel}` : stateLabel}</Txt>
    </Link>
  )
}
