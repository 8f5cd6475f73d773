import type { PayoutBatch, PayoutScheme } from '@shared/contract/reading/payout'
import { Link } from '../../components/controls/Link'
import { Section } from '../../components/page/Section'
import { Box, Txt } from '../../elements/dom'
import { routes } from '../../routes'

type Line = PayoutBatch['rows'][number]

/** Formats counts; `—` and `<3` hide groups that are too small. */
const countText = ({ households, persons }: Pick<Line, 'households' | 'persons'>): string =>
  [/^\d/.test(households) && `${households} 户`, /^\d/.test(persons) ? `${persons} 人` : '人数太少，不单独说']
    .filter(Boolean)
    .join(' ')

const amountText = (amount: string): string => (/^[\d-]/.test(amount) ? `${amount}元` : '')

const lineText = ({ standard, amount, ...count }: Line): string =>
  [standard ?? '其余标准合起来', countText(count), amountText(amount)].filter(Boolean).join(' · ')

/** Shows one scheme: the total, then each batch with a link to its notice. */
export function OneScheme({ scheme: { scheme, sentence, batches } }: { scheme: PayoutScheme }) {
  return (
    <Section title={scheme}>
      <Box as="p">{sentence}</Box>
      {batches.map(batch => (
        <Batch key={batch.noticeId} batch={batch} />
      ))}
    </Section>
  )
}

function Batch({ batch }: { batch: PayoutBatch }) {
  const { noticeId, periodLabel, batch: nth, aboutName, rows, amount } = batch
  const name = [aboutName, periodLabel, nth].filter(Boolean).join(' ')
  const lines = rows.length > 1 ? [countText(batch), ...rows.map(lineText)] : rows.map(lineOne)
  const side = amountText(amount)
  return (
    <Link
      className="row"
      label={[name, ...lines, side, '看公示'].filter(Boolean).join('，')}
      url={routes.notice(noticeId)}
    >
      <Txt className="row__main">
        <Txt className="row__title">{name}</Txt>
        {lines.map(line => (
          <Txt key={line} className="row__meta">
            {line}
          </Txt>
        ))}
      </Txt>
      <Txt className="row__side">{side}</Txt>
    </Link>
  )
}

/** Formats a single line, whose amount is shown at the side. */
const lineOne = ({ standard, ...count }: Line): string =>
  [standard, countText(count)].filter(Boolean).join(' · ')
