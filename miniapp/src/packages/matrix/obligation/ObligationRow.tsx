import type { Obligation } from '@shared/contract/disclosure/obligation'
import { Link } from '../../../components/controls/Link'
import { Txt } from '../../../elements/dom'
import { routes } from '../../../routes'
import { dueText, stateClass, stateText } from './words'

interface Props {
  /** Code of the organisation whose matrix it belongs to. */
  matrix: string
  obligation: Obligation
  withOrg?: boolean
}

/** Returns the month of an obligation in the matrix. */
const monthOf = ({ dueOn, eventOn }: Obligation, today: string): string =>
  (dueOn ?? eventOn ?? today).slice(0, 7)

/** Shows an obligation in a list: organisation, item, due date and state. */
export function ObligationRow({ matrix, obligation, withOrg = false, today }: Props & { today: string }) {
  const { orgCode, orgName, name, itemKey, causeLabel } = obligation
  const title = [withOrg && orgName, name].filter(Boolean).join(' · ')
  const meta = [causeLabel, dueText(obligation)].filter(Boolean).join(' · ')
  const url = routes.matrixCell(matrix, {
    village: orgCode,
    item: itemKey,
    month: monthOf(obligation, today),
  })
  return (
    <Link className="row" label={[title, meta, stateText(obligation)].join('，')} url={url}>
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      <Txt className={stateClass(obligation)}>{stateText(obligation)}</Txt>
    </Link>
  )
}
