import type { ObjectionSummary } from '@shared/contract/participation/objection'
import { assumedNote } from '@shared/texts/holidays'
import { Txt } from '../elements/dom'
import { shortDay } from '../format/date'
import { Link } from './controls/Link'

interface Props {
  objection: ObjectionSummary
  url: string
  /** Shows the notice's organisation, in lists over several. */
  withOrg?: boolean
}

/** Shows an objection in a list: place, kind, state and due date. */
export function ObjectionRow({ objection, url, withOrg = false }: Props) {
  const { number, noticeTitle, orgName, place, kindLabel, state, stateLabel, late, dueOn, assumedYears } =
    objection
  const meta = [withOrg && orgName, place, kindLabel, number].filter(Boolean).join(' · ')
  const due = dueOn ? `期限：${shortDay(dueOn)}${assumedNote(assumedYears)}` : ''
  const sign = state === 'settled' || state === 'closed' ? '✓' : late ? '×' : '…'
  const word = late ? `${stateLabel}，已过期` : stateLabel
  const look = sign === '✓' ? ' state--ok' : late ? ' state--late' : ''
  return (
    <Link
      className="row"
      label={[noticeTitle, meta, due, `${sign} ${word}`].filter(Boolean).join('，')}
      url={url}
    >
      <Txt className="row__main">
        <Txt className="row__title">{noticeTitle}</Txt>
        <Txt className="row__meta">{meta}</Txt>
        {due && <Txt className="row__meta">{due}</Txt>}
      </Txt>
      <Txt className={`state${look}`}>{`${sign} ${word}`}</Txt>
    </Link>
  )
}
