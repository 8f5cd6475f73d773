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

/** Cell of an obligation in the matrix, in its month. */
export const cellUrl = (
  matrix: string,
  { orgCode, itemKey, dueOn, eventOn }: Obligation,
  today: string,
): string =>
  routes.matrixCell(matrix, {
    village: orgCode,
    item: itemKey,
    month: (dueOn ?? eventOn ?? today).slice(0, 7),
  })

/** Shows an obligation in a list: organisation, item, due date and state. */
export function ObligationRow({ matrix, obligation, withOrg = false, today }: Props & { today: string }) {
  const { orgName, name, causeLabel } = obligation
  const title = [withOrg && orgName, name].filter(Boolean).join(' · ')
  const meta = [causeLabel, dueText(obligation)].filter(Boolean).join(' · ')
  return (
    <Link
      className="row"
      label={[title, meta, stateText(obligation)].join('，')}
      url={cellUrl(matrix, obligation, today)}
    >
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      <Txt className={stateClass(obligation)}>{stateText(obligation)}</Txt>
    </Link>
  )
}
