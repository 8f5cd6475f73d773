import type { PowerStep } from '@shared/contract/power/item'
import type { HolidayTable } from '../../deadline/types'
import { CASE_FILES } from '@shared/facts/power/caseRules'
import { needsAmount } from '@shared/power/graph'
import { limitWords } from '@shared/power/words'
import { assumedNote } from '@shared/texts/holidays'
import { isAmount, isFixedByVote } from './amount'
import { earliestFinish } from './clock'
import { type CaseFault, broken, caseFault } from './fault'
import { claimFaults, fitFaults, isResponsible, reasonFaults } from './people'
import { currentStep, currentVisit } from './visits'
import type { CaseEvent, CaseEventOf, CaseState, CaseStatus } from './types'
import { ballotFaults } from './votes'
import { byAmount, resultsOf } from './ways'

const NOT_RUNNING: Partial<Record<CaseStatus, 'case-closed' | 'case-paused' | 'case-stopped'>> = {
  finished: 'case-closed',
  cancelled: 'case-closed',
  paused: 'case-paused',
  stopped: 'case-stopped',
}

/** Statuses that allow an event; every other event requires a running case. */
const ALLOWED: Partial<Record<CaseEvent['kind'], readonly CaseStatus[]>> = {
  'hand-over': ['running', 'paused'],
  resume: ['paused'],
  remark: ['running', 'paused', 'stopped'],
  stop: ['running', 'paused'],
  lift: ['stopped'],
  cancel: ['running', 'paused', 'stopped'],
}

function statusFault({ status }: CaseState, kind: CaseEvent['kind']): CaseFault | null {
  if ((ALLOWED[kind] ?? ['running']).includes(status)) return null
  if (status === 'running') return caseFault(kind === 'lift' ? 'not-stopped' : 'not-paused')
  return caseFault(NOT_RUNNING[status] ?? 'case-closed')
}

function earlyFaults(state: CaseState, step: PowerStep, on: string, holidays: HolidayTable): CaseFault[] {
  if (!step.least) return []
  const { value: first, assumedYears } = earliestFinish(state, holidays)
  return broken([
    first === null || on < first,
    'too-early',
    `至少要满${limitWords(step.least)}，最早${first ?? ''}${assumedNote(assumedYears)}`,
  ])
}

/** Checks whether a step needs the amount: a vote may fix it. */
const asksAmount = ({ item }: CaseState, step: PowerStep): boolean =>
  byAmount(step) || (step.vote !== null && needsAmount(item))

/** Returns the faults of leaving the step, apart from its result. */
function leaveFaults(
  state: CaseState,
  step: PowerStep,
  event: CaseEventOf<'finish' | 'vote'>,
  holidays: HolidayTable,
): CaseFault[] {
  const named = new Set(event.papers.map(paper => paper.trim()))
  const missing = step.evidence.filter(paper => !named.has(paper))
  const stray = event.files.filter(({ paper }) => !named.has(paper))
  return [
    ...fitFaults(state, step, event.by),
    ...claimFaults(state, event.by),
    ...earlyFaults(state, step, event.on, holidays),
    ...broken(
      [missing.length > 0, 'evidence-missing', `还缺：${missing.join('、')}`],
      [stray.length > 0, 'file-without-paper', stray.map(({ name }) => name).join('、')],
      [event.files.length > CASE_FILES.most, 'files-many', `最多${CASE_FILES.most}个`],
      [asksAmount(state, step) && state.amountFen === null, 'amount-missing'],
    ),
  ]
}

function resultFaults(step: PowerStep, result: string | null): CaseFault[] {
  const results = resultsOf(step)
  if (results.length === 0) return broken([result !== null, 'result-unasked'])
  return broken(
    [result === null, 'result-missing', results.join('、')],
    [result !== null && !results.includes(result), 'result-unknown', `可以选：${results.join('、')}`],
  )
}

function claimingFaults(state: CaseState, step: PowerStep, { by }: CaseEventOf<'claim'>): CaseFault[] {
  const claimedBy = currentVisit(state)?.claimedBy ?? null
  return [
    ...fitFaults(state, step, by),
    ...broken(
      [claimedBy === by.id, 'claimed-already'],
      [claimedBy !== null && claimedBy !== by.id, 'claimed-by-other'],
    ),
  ]
}

function handOverFaults(state: CaseState, step: PowerStep, event: CaseEventOf<'hand-over'>): CaseFault[] {
  const claimedBy = currentVisit(state)?.claimedBy ?? null
  return [
    ...(isResponsible(state, event.by)
      ? broken([claimedBy === null, 'not-claimed'])
      : claimFaults(state, event.by)),
    ...broken([event.to.id === claimedBy, 'hand-over-self']),
    ...fitFaults(state, step, event.to),
    ...reasonFaults(event.reason),
  ]
}

const amountFaults = (state: CaseState, step: PowerStep, event: CaseEventOf<'amount'>): CaseFault[] => [
  ...fitFaults(state, step, event.by),
  ...claimFaults(state, event.by),
  ...broken(
    [!isAmount(event.amountFen), 'amount-invalid'],
    [event.amountFen === state.amountFen, 'amount-same'],
    [event.amountFen !== state.amountFen && isFixedByVote(state), 'amount-after-vote'],
  ),
  ...reasonFaults(event.reason),
]

/** Returns the faults of an event on the current step. */
function stepFaults(
  state: CaseState,
  step: PowerStep,
  event: CaseEventOf<'claim' | 'hand-over' | 'finish' | 'vote' | 'amount'>,
  holidays: HolidayTable,
): CaseFault[] {
  switch (event.kind) {
    case 'claim':
      return claimingFaults(state, step, event)
    case 'hand-over':
      return handOverFaults(state, step, event)
    case 'amount':
      return amountFaults(state, step, event)
    case 'finish':
      return step.vote
        ? [caseFault('vote-needed')]
        : [...leaveFaults(state, step, event, holidays), ...resultFaults(step, event.result)]
    case 'vote':
      return step.vote
        ? [...leaveFaults(state, step, event, holidays), ...ballotFaults(step.vote, event.ballots)]
        : [caseFault('vote-unasked')]
  }
}

/** Returns the faults of an event on the whole case. */
function wholeFaults(
  state: CaseState,
  step: PowerStep,
  event: CaseEventOf<'pause' | 'resume' | 'remark' | 'stop' | 'lift' | 'cancel'>,
): CaseFault[] {
  const { by } = event
  switch (event.kind) {
    case 'pause':
      return [...claimFaults(state, by), ...reasonFaults(event.reason)]
    case 'resume':
      return broken([!by.roles.includes(step.actor) && !isResponsible(state, by), 'role-wrong'])
    case 'cancel':
      return [
        ...broken([by.id !== state.openedBy && !isResponsible(state, by), 'cancel-wrong-role']),
        ...reasonFaults(event.reason),
      ]
    default:
      return [...broken([!by.supervises, 'not-supervisor']), ...reasonFaults(event.reason)]
  }
}

/** Returns all faults of an event; none: it is allowed. */
export function eventFaults(state: CaseState, event: CaseEvent, holidays: HolidayTable): CaseFault[] {
  const status = statusFault(state, event.kind)
  const step = currentStep(state)
  if (status || !step) return [status ?? caseFault('case-closed')]
  if ('step' in event && event.step !== step.id) return [caseFault('step-moved', `现在是“${step.name}”`)]
  const day = broken([event.on < state.lastOn, 'day-before'])
  return 'step' in event
    ? [...day, ...stepFaults(state, step, event, holidays)]
    : [...day, ...wholeFaults(state, step, event)]
}
