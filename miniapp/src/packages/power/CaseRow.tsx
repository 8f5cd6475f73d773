import { dateLabel } from '@shared/common/period'
import type { CaseSummary } from '@shared/contract/power/case'
import { Link } from '../../components/controls/Link'
import { Txt } from '../../elements/dom'
import { routes } from '../../routes'
import { statusLook } from './statusLook'

/** Shows a case in a list: title, current step and start. */
export function CaseRow({ one }: { one: CaseSummary }) {
  const { id, title, itemName, status, statusLabel, stepName, result, openedOn, closedOn } = one
  const step = [stepName && `现在：${stepName}`, result && `结果：${result}`].filter(Boolean).join('，')
  const meta = [title && itemName, `${dateLabel(openedOn)}提出`, closedOn && `${dateLabel(closedOn)}办结`]
    .filter(Boolean)
    .join(' · ')
  const name = title ?? itemName
  const look = statusLook(status)
  return (
    <Link
      className="row"
      label={[name, step, meta, `${look.sign} ${statusLabel}`].filter(Boolean).join('，')}
      url={routes.caseOf(id)}
    >
      <Txt className="row__main">
        <Txt className="row__title">{name}</Txt>
        {step && <Txt className="row__text">{step}</Txt>}
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      <Txt className={look.className}>{`${look.sign} ${statusLabel}`}</Txt>
    </Link>
  )
}
