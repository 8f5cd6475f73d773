import type { PowerStep } from '@shared/contract/power/item'
import type { HolidayTable } from '../../deadline/types'
import { isEnd } from '@shared/power/graph'
import { anewFrom } from './amount'
import type { CaseResult } from './open'
import { eventFaults } from './rules'
import { currentStep, entered, returnTo, withCurrent } from './visits'
import type { CaseEvent, CaseEventOf, CaseState, Pause } from './types'
import { voteResult } from './votes'
import { wayFrom } from './ways'

/** Leaves the current step by the way that its result and the amount select. */
function leave(
  state: CaseState,
  step: PowerStep,
  { on, by, papers, files }: Pick<CaseEventOf<'finish'>, 'on' | 'by' | 'papers' | 'files'>,
  { result, ballots }: Pick<CaseEventOf<'finish'>, 'result'> & Partial<Pick<CaseEventOf<'vote'>, 'ballots'>>,
): CaseState {
  const way = wayFrom(state, step, result)
  if (!way) throw new RangeError(`no way from ${step.id} of ${state.item.code} with ${String(result)}`)
  const { to } = way
  const finished = {
    on,
    by: by.id,
    result,
    ballots: ballots ?? null,
    papers: papers.map(paper => paper.trim()),
    files,
    amountFen: state.amountFen,
    to,
    back: way.back !== null,
  }
  const left = withCurrent(state, { finished })
  if (way.back) return returnTo(left, to, on, 'back')
  if (isEnd(to)) return { ...left, status: 'finished', closed: { on, by: by.id, reason: null } }
  return { ...left, visits: [...left.visits, entered(to, on)] }
}

function changeAmount(state: CaseState, { on, amountFen }: CaseEventOf<'amount'>): CaseState {
  const from = anewFrom(state, amountFen)
  const changed = { ...state, amountFen }
  return from === null ? changed : returnTo(changed, from, on, 'amount')
}

const endPauses = (state: CaseState, on: string): Pause[] =>
  state.pauses.map(pause => (pause.to === null ? { ...pause, to: on } : pause))

/** Stops or pauses the case; a stop replaces an open pause. */
const halt = (state: CaseState, { kind, on, by, reason }: CaseEventOf<'pause' | 'stop'>): CaseState => ({
  ...state,
  status: kind === 'pause' ? 'paused' : 'stopped',
  pauses: [...endPauses(state, on), { kind, from: on, to: null, by: by.id, reason: reason.trim() }],
})

const withRemark = (state: CaseState, { id }: PowerStep, event: CaseEventOf<'remark'>): CaseState => ({
  ...state,
  remarks: [...state.remarks, { on: event.on, by: event.by.id, step: id, text: event.reason.trim() }],
})

const closedBy = (state: CaseState, { on, by, reason }: CaseEventOf<'cancel'>): CaseState => ({
  ...state,
  status: 'cancelled',
  pauses: endPauses(state, on),
  closed: { on, by: by.id, reason: reason.trim() },
})

type AtStep = Extract<CaseEvent, { step: string }>

function applyAtStep(state: CaseState, step: PowerStep, event: AtStep): CaseState {
  switch (event.kind) {
    case 'claim':
      return withCurrent(state, { claimedBy: event.by.id })
    case 'hand-over':
      return withCurrent(state, { claimedBy: event.to.id })
    case 'finish':
      return leave(state, step, event, { result: event.result })
    case 'vote':
      return leave(state, step, event, {
        result: step.vote && voteResult(step.vote, event.ballots),
        ballots: event.ballots,
      })
    case 'amount':
      return changeAmount(state, event)
  }
}

function applyToWhole(state: CaseState, step: PowerStep, event: Exclude<CaseEvent, AtStep>): CaseState {
  switch (event.kind) {
    case 'pause':
    case 'stop':
      return halt(state, event)
    case 'remark':
      return withRemark(state, step, event)
    case 'resume':
    case 'lift':
      return { ...state, status: 'running', pauses: endPauses(state, event.on) }
    case 'cancel':
      return closedBy(state, event)
  }
}

const apply = (state: CaseState, step: PowerStep, event: CaseEvent): CaseState =>
  'step' in event ? applyAtStep(state, step, event) : applyToWhole(state, step, event)

/** Applies an event to a case: returns the new state, or all faults. Never mutates the old state. */
export function advance(state: CaseState, event: CaseEvent, holidays: HolidayTable): CaseResult {
  const faults = eventFaults(state, event, holidays)
  const step = currentStep(state)
  if (faults.length > 0 || !step) return { ok: false, faults }
  return { ok: true, state: { ...apply(state, step, event), lastOn: event.on } }
}
