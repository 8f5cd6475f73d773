import type {
  DiscrepancyState,
  DiscrepancyStep,
  PublicDiscrepancy,
} from '@shared/contract/disclosure/discrepancy'
import { lastOf } from '@shared/common/lists'
import { chinaDate, dateLabel } from '@shared/common/period'
import { Box, Heading, Txt } from '../elements/dom'
import { shortDate } from '../format/date'
import { DaysLate, DaysLeft, DaysWaited, daysTo } from './board/DayBox'
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

/** Shows the history of a discrepancy, oldest first. */
export function DiscrepancySteps({ steps }: { steps: readonly (DiscrepancyStep & { by?: string })[] }) {
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
    </Box>
  )
}

const WAITS: Partial<Record<DiscrepancyState, (village: string, street: string) => string>> = {
  open: (village, street) => `等${village}说明、${street}核对`,
  answered: (_, street) => `等${street}核对`,
  ordered: village => `等${village}更正`,
}

/** Says for whom a discrepancy waits; the days until an ordered correction, or since it was found. */
function Waiting({ discrepancy: { state, steps }, village, street }: Props) {
  const words = WAITS[state]?.(village, street)
  const found = steps[0]
  if (words === undefined || !found) return null
  const until = lastOf(steps.filter(({ correctBy }) => correctBy))?.correctBy
  const days = `，已经 ${Math.max(0, -daysTo(chinaDate(new Date(found.at))))} 天`
  return (
    <Box className="board-row">
      {until ? <Term until={until} /> : <DaysWaited since={chinaDate(new Date(found.at))} />}
      <Box className="board-row__main">
        <Box className="board-row__title">
          {until ? `${words}，${dateLabel(until)}前` : `${words}${days}`}
        </Box>
        <Box className="board-row__text">哪边错哪边改，改的原因也公开</Box>
      </Box>
    </Box>
  )
}

const Term = ({ until }: { until: string }) =>
  daysTo(until) < 0 ? <DaysLate dueOn={until} /> : <DaysLeft until={until} what="更正" />

interface Props extends TextsProps {
  discrepancy: PublicDiscrepancy
  /** Ids of fields that the page shows elsewhere: their figures are not said again. */
  shown?: readonly string[]
}

/**
 * Shows the public view of a discrepancy 不一致: the rows that are its cause, or both texts, the order with reason and day, the
 * answer.
 */
export function DiscrepancyCard({ discrepancy, village, street, shown = [] }: Props) {
  const { state, stateLabel, label, message, field, rows, steps } = discrepancy
  const isShown = rows.length === 0 && shown.includes(field)
  return (
    <Box as="article" className="discrepancy">
      <Box className="section__head">
        <Heading level={3} className="heading">
          {label}
        </Heading>
        <DiscrepancyMark state={state} label={stateLabel} />
      </Box>
      {!isShown && <Box as="p">{state === 'corrected' ? `更正前：${message}` : message}</Box>}
      {rows.length > 0 ? (
        <Box className="compare">
          <CompareHead village={village} street={street} />
          {rows.map(row => (
            <CompareRow key={row.id} field={row} village={village} street={street} />
          ))}
        </Box>
      ) : (
        !isShown && <DiscrepancyTexts discrepancy={discrepancy} village={village} street={street} />
      )}
      <Waiting discrepancy={discrepancy} village={village} street={street} />
      <DiscrepancySteps steps={steps} />
    </Box>
  )
}
