import type { NoticeState } from '@shared/schemas/notice'
import type { WorkNotice } from '@shared/schemas/work'
import { Link } from '../../../../components/Link'
import { Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { routes } from '../../../../routes'

const SIGNS: Record<NoticeState, string> = {
  draft: '…',
  checked: '…',
  submitted: '!',
  signed: '!',
  met: '!',
  scheduled: '…',
  refused: '×',
  published: '✓',
  ended: '!',
  confirmed: '✓',
  archived: '✓',
  ordered: '!',
  withdrawn: '×',
}
const LOOKS: Record<NoticeState, string> = {
  draft: '',
  checked: '',
  submitted: ' state--warn',
  signed: ' state--warn',
  met: ' state--warn',
  scheduled: '',
  refused: ' state--late',
  published: ' state--ok',
  ended: ' state--warn',
  confirmed: ' state--ok',
  archived: ' state--ok',
  ordered: ' state--late',
  withdrawn: ' state--late',
}

/** A notice in work: what, for when, and how far it is, in a sign and a word. */
export function WorkRow({ notice }: { notice: WorkNotice }) {
  const { id, title, periodLabel, state, stateLabel, updatedAt } = notice
  return (
    <Link
      className="row"
      label={`${title}，${periodLabel} · ${shortDate(updatedAt)}改，${stateLabel}`}
      url={routes.review(id)}
    >
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{`${periodLabel} · ${shortDate(updatedAt)}改`}</Txt>
      </Txt>
      <Txt className={`state${LOOKS[state]}`}>{`${SIGNS[state]} ${stateLabel}`}</Txt>
    </Link>
  )
}
