import { dateLabel } from '@shared/domain/period'
import type { NoticeState } from '@shared/schemas/notice'
import type { WorkNotice } from '@shared/schemas/work'
import { Link } from '../../../../components/Link'
import { Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { routes } from '../../../../routes'
import { STEP_WORDS, nextStep } from '../../steps/next'

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

/** A notice in work: what, for when, whose turn until when, and how far it is, in a sign and a word. */
export function WorkRow({ notice }: { notice: WorkNotice }) {
  const { id, title, periodLabel, state, stateLabel, updatedAt, due } = notice
  const next = nextStep(notice)
  const meta = `${periodLabel} · ${shortDate(updatedAt)}改`
  const turn = [
    due && `${due.act}：${dateLabel(due.on)}${due.late ? '到期，已逾期' : '到期'}`,
    next && `轮到您：${STEP_WORDS[next]}`,
  ]
    .filter(Boolean)
    .join(' · ')
  const word = due?.late ? `${stateLabel}，逾期` : stateLabel
  const sign = due?.late ? '×' : SIGNS[state]
  const look = due?.late ? ' state--late' : LOOKS[state]
  return (
    <Link
      className="row"
      label={[title, meta, turn, `${sign} ${word}`].filter(Boolean).join('，')}
      url={routes.review(id)}
    >
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{meta}</Txt>
        {turn && <Txt className="row__text">{turn}</Txt>}
      </Txt>
      <Txt className={`state${look}`}>{`${sign} ${word}`}</Txt>
    </Link>
  )
}
