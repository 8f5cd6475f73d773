import type { WorkNotice } from '@shared/contract/disclosure/noticeWorkflow'
import { assumedNote } from '@shared/texts/holidays'
import { Link } from '../../../../components/controls/Link'
import { Txt } from '../../../../elements/dom'
import { shortDate, shortDay } from '../../../../format/date'
import { routes } from '../../../../routes'
import { stateWord } from '../../steps/stateWord'
import { STEP_WORDS, nextStep } from '@shared/content/nextStep'

/** Shows a notice in progress: title, period, assignee, due date and state, by sign and word. */
export function WorkRow({ notice }: { notice: WorkNotice }) {
  const { id, title, periodLabel, updatedAt, due } = notice
  const next = nextStep(notice)
  const meta = `${periodLabel} · ${shortDate(updatedAt)}改`
  const turn = [
    due && `${due.act}：${shortDay(due.on)}到期${due.late ? '，已逾期' : ''}${assumedNote(due.assumedYears)}`,
    next && `轮到您：${STEP_WORDS[next]}`,
  ]
    .filter(Boolean)
    .join(' · ')
  const state = stateWord(notice)
  return (
    <Link
      className="row"
      label={[title, meta, turn, state.words].filter(Boolean).join('，')}
      url={routes.review(id)}
    >
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{meta}</Txt>
        {turn && <Txt className="row__text">{turn}</Txt>}
      </Txt>
      <Txt className={state.className}>{state.words}</Txt>
    </Link>
  )
}
