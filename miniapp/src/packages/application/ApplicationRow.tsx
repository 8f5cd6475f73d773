import type { ApplicationSummary } from '@shared/contract/participation/application'
import { Link } from '../../components/controls/Link'
import { Txt } from '../../elements/dom'
import { shortDay } from '../../format/date'

interface Props {
  application: ApplicationSummary
  url: string
}

function dueWords({ dueOn, daysLeft }: ApplicationSummary): string {
  if (dueOn === null || daysLeft === null) return ''
  return daysLeft < 0
    ? `最迟${shortDay(dueOn)}，已过 ${-daysLeft} 天`
    : `最迟${shortDay(dueOn)}，还有 ${daysLeft} 天`
}

/** Shows an application in a list: what is asked, number, how far it is, days left; never who asks. */
export function ApplicationRow({ application, url }: Props) {
  const { title, number, orgName, stateLabel, daysLeft } = application
  const meta = `${orgName} · ${number}`
  const due = dueWords(application)
  const late = daysLeft !== null && daysLeft < 0
  return (
    <Link className="row" label={[title, meta, due, stateLabel].filter(Boolean).join('，')} url={url}>
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{meta}</Txt>
        {due && <Txt className="row__meta">{due}</Txt>}
      </Txt>
      <Txt className={`state${late ? ' state--late' : ''}`}>{`${late ? '×' : '…'} ${stateLabel}`}</Txt>
    </Link>
  )
}
