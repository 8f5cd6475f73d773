import type { DiscrepancyRow } from '@shared/contract/disclosure/discrepancy'
import { DiscrepancyMark } from '../../../../components/DiscrepancyCard'
import { Link } from '../../../../components/controls/Link'
import { Box, Heading, Txt } from '../../../../elements/dom'
import { shortDate } from '../../../../format/date'
import { routes } from '../../../../routes'

/** Shows a discrepancy in the list: village, item and state. `must`: has to be corrected; others are hints. */
function DiscrepancyLine({ discrepancy, withOrg }: { discrepancy: DiscrepancyRow; withOrg: boolean }) {
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

interface GroupProps {
  /** Discrepancies of one pair of notices. */
  pair: readonly DiscrepancyRow[]
  withOrg: boolean
}

/** Shows what differs between one pair of notices together, under one heading if there are several. */
export function DiscrepancyPair({ pair, withOrg }: GroupProps) {
  const [first] = pair
  if (!first) return null
  const title = [withOrg && first.orgName, first.itemName, first.periodLabel].filter(Boolean).join(' · ')
  return (
    <Box as="section">
      {pair.length > 1 && (
        <Heading level={2} className="heading">
          {`${title}：${pair.length} 处`}
        </Heading>
      )}
      {pair.map(one => (
        <DiscrepancyLine key={one.id} discrepancy={one} withOrg={withOrg} />
      ))}
    </Box>
  )
}

/** Groups discrepancies by their pair of notices, in the order of the first of each. */
export function pairsOf(all: readonly DiscrepancyRow[]): DiscrepancyRow[][] {
  const pairs = new Map<string, DiscrepancyRow[]>()
  for (const one of all) {
    const key = `${one.villageNoticeId}/${one.governmentNoticeId}`
    pairs.set(key, [...(pairs.get(key) ?? []), one])
  }
  return [...pairs.values()]
}
