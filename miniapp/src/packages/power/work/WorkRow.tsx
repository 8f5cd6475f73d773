import { quoted } from '@shared/power/words'
import { yuanText } from '@shared/common/money'
import type { WorkCase } from '@shared/contract/power/case'
import { Link } from '../../../components/controls/Link'
import { Txt } from '../../../elements/dom'
import { routes } from '../../../routes'
import { statusLook } from '../statusLook'
import { clockWords } from './clockWords'

/** Shows a case in the staff's list: current step, assignee and time limit. */
export function WorkRow({ one }: { one: WorkCase }) {
  const { id, about, itemName, status, statusLabel, stepName, amountFen, claimedBy, mine, clock } = one
  const who = claimedBy ? (mine ? '您在办' : `${claimedBy}在办`) : stepName && '还没有人领办'
  const step = [stepName && `走到${quoted(stepName)}`, who].filter(Boolean).join('，')
  const meta = [itemName, amountFen !== null && yuanText(amountFen)].filter(Boolean).join(' · ')
  const look = statusLook(status)
  const state =
    status === 'running' && clock ? clockWords(clock) : { ...look, text: `${look.sign} ${statusLabel}` }
  return (
    <Link
      className="row"
      label={[about, step, meta, state.text].filter(Boolean).join('，')}
      url={routes.workCase(id)}
    >
      <Txt className="row__main">
        <Txt className="row__title">{about}</Txt>
        {step && <Txt className="row__text">{step}</Txt>}
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      <Txt className={state.className}>{state.text}</Txt>
    </Link>
  )
}
