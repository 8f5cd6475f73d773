import type {
  DiscrepancyState,
  DiscrepancyStep,
  PublicDiscrepancy,
} from '@shared/contract/disclosure/discrepancy'
import { chinaDate, dateLabel } from '@shared/common/period'
import { Box, Heading, Txt } from '../elements/dom'
import { shortDate } from '../format/date'
import { daysTo } from './board/DayBox'
import { TimelineRow } from './board/TimelineRow'
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

interface StepsProps {
  steps: readonly (DiscrepancyStep & { by?: string })[]
  /** What it waits for; absent: nothing, or shown elsewhere. */
  waits?: string | null
}

/** Shows the history of a discrepancy, oldest first, and what it waits for. */
export function DiscrepancySteps({ steps, waits }: StepsProps) {
  return (
    <Box as="ul" className="way">
      {steps.map(({ at, body, by, event, label, text, correctBy }) => (
        <TimelineRow
          key={`${at}${event}`}
          look={event === 'order' ? 'stopped' : 'done'}
          name={`${label}${correctBy ? `（${dateLabel(correctBy)}前更正）` : ''}`}
          aside={shortDate(at)}
          notes={[by && by !== body ? `${body}（${by}）` : body, text]}
        />
      ))}
      {waits && <TimelineRow look="now" name={waits} notes={['哪边错哪边改，改的原因也公开']} />}
    </Box>
  )
}

/** Says for whom a discrepancy waits, and for how long it has. */
function waitsFor({ state, steps }: PublicDiscrepancy, village: string, street: string): string | null {
  const since = steps[0]
  const days = since ? `，已经 ${Math.max(0, -daysTo(chinaDate(new Date(since.at))))} 天` : ''
  if (state === 'open') return `等${village}说明、${street}核对${days}`
  if (state === 'answered') return `等${street}核对${days}`
  return state === 'ordered' ? `等${village}更正${days}` : null
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
      <DiscrepancySteps steps={steps} waits={waitsFor(discrepancy, village, street)} />
    </Box>
  )
}
