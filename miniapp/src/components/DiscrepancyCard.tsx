import type {
  DiscrepancyState,
  DiscrepancyStep,
  PublicDiscrepancy,
} from '@shared/contract/disclosure/discrepancy'
import { dateLabel } from '@shared/common/period'
import { Box, Heading, Txt } from '../elements/dom'
import { fullDate } from '../format/date'
import { CompareHead, CompareRow } from './CompareTable'

const SIGNS: Record<DiscrepancyState, { sign: string; look: string }> = {
  open: { sign: '!', look: 'warn' },
  answered: { sign: '…', look: 'warn' },
  ordered: { sign: '!', look: 'late' },
  corrected: { sign: '✓', look: 'ok' },
  explained: { sign: '✓', look: 'ok' },
  void: { sign: '—', look: 'warn' },
}

/** Shows the state of a discrepancy by sign and word. */
export function DiscrepancyMark({ state, label }: { state: DiscrepancyState; label: string }) {
  const { sign, look } = SIGNS[state]
  return <Txt className={`state state--${look}`}>{`${sign} ${label}`}</Txt>
}

interface TextsProps {
  discrepancy: Pick<PublicDiscrepancy, 'label' | 'village' | 'government'>
  village: string
  street: string
}

/** Shows both texts of a discrepancy side by side. Texts of a withdrawn disclosure are unavailable. */
export function DiscrepancyTexts({ discrepancy, village, street }: TextsProps) {
  const { label, village: ours, government: theirs } = discrepancy
  if (ours === null && theirs === null) return null
  const status = ours === null ? 'village-missing' : theirs === null ? 'street-missing' : 'differs'
  return (
    <Box className="compare">
      <CompareHead village={village} street={street} />
      <CompareRow
        field={{ label, village: ours, street: theirs, status }}
        village={village}
        street={street}
      />
    </Box>
  )
}

/** Shows the history of a discrepancy, oldest first. */
export function DiscrepancySteps({ steps }: { steps: readonly (DiscrepancyStep & { by?: string })[] }) {
  return (
    <>
      {steps.map(step => (
        <Box
          key={`${step.at}${step.event}`}
          as="p"
          className={step.event === 'order' ? 'discrepancy__step--order' : undefined}
        >
          {stepWords(step)}
        </Box>
      ))}
    </>
  )
}

function stepWords({ at, body, by, label, text, correctBy }: DiscrepancyStep & { by?: string }): string {
  const who = by && by !== body ? `${body}（${by}）` : body
  const until = correctBy ? `（${dateLabel(correctBy)}前更正）` : ''
  return `${fullDate(at)} ${who}：${label}${until}${text ? `。${text}` : ''}`
}

interface Props extends TextsProps {
  discrepancy: PublicDiscrepancy
}

/**
 * Shows the public view of a discrepancy 不一致: the rows that are its cause, or both texts, the order with reason and day, the
 * answer.
 */
export function DiscrepancyCard({ discrepancy, village, street }: Props) {
  const { state, stateLabel, label, message, rows, steps } = discrepancy
  return (
    <Box as="article" className="discrepancy">
      <Box className="section__head">
        <Heading level={3} className="heading">
          {label}
        </Heading>
        <DiscrepancyMark state={state} label={stateLabel} />
      </Box>
      <Box as="p">{state === 'corrected' ? `更正前：${message}` : message}</Box>
      {rows.length > 0 ? (
        <Box className="compare">
          <CompareHead village={village} street={street} />
          {rows.map(row => (
            <CompareRow key={row.id} field={row} village={village} street={street} />
          ))}
        </Box>
      ) : (
        <DiscrepancyTexts discrepancy={discrepancy} village={village} street={street} />
      )}
      <DiscrepancySteps steps={steps} />
    </Box>
  )
}
