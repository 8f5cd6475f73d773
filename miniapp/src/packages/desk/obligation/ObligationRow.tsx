import type { Obligation } from '@shared/contract/disclosure/obligation'
import { Link } from '../../../components/Link'
import { Txt } from '../../../elements/dom'
import { routes } from '../../../routes'
import { dueText, stateClass, stateText } from './words'

interface Props {
  /** From whose desk it is looked at. */
  desk: string
  duty: Obligation
  withOrg?: boolean
}

/** The month under which the matrix keeps a duty. */
const monthOf = ({ dueOn, eventOn }: Obligation, today: string): string =>
  (dueOn ?? eventOn ?? today).slice(0, 7)

/** A duty in a list: whose, what, until when, how it stands. */
export function ObligationRow({ desk, duty: obligation, withOrg = false, today }: Props & { today: string }) {
  const { orgCode, orgName, name, itemKey, causeLabel } = obligation
  const title = [withOrg && orgName, name].filter(Boolean).join(' · ')
  const meta = [causeLabel, dueText(obligation)].filter(Boolean).join(' · ')
  const url = routes.deskCell(desk, { village: orgCode, item: itemKey, month: monthOf(obligation, today) })
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
