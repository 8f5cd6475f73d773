import type { DiscrepancyRow } from '@shared/contract/disclosure/discrepancy'
import { DiscrepancyMark } from '../../../../components/DiscrepancyCard'
import { Link } from '../../../../components/controls/Link'
import { Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { routes } from '../../../../routes'

/** Shows a discrepancy in the list: village, item and state. `must`: has to be corrected; others are hints. */
export function DiscrepancyLine({ discrepancy, withOrg }: { discrepancy: DiscrepancyRow; withOrg: boolean }) {
  const { id, severity, orgName, itemName, periodLabel, message, state, stateLabel, updatedAt } = discrepancy
  const weight = severity === 'must' ? '必须一致' : '提醒'
  const title = [withOrg && orgName, itemName].filter(Boolean).join(' · ')
  const meta = [periodLabel, weight, `${shortDate(updatedAt)}更新`].join(' · ')
  return (
    <Link className="row" label={[title, message, meta, stateLabel].join('，')} url={routes.discrepancy(id)}>
      <Txt className="row__main">
        <Txt className="row__title">{title}</Txt>
        <Txt className="row__text">{message}</Txt>
        <Txt className="row__meta">{meta}</Txt>
      </Txt>
      <DiscrepancyMark state={state} label={stateLabel} />
    </Link>
  )
}
