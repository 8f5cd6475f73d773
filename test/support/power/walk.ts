import type { CaseFaultCode } from '../../../shared/texts/caseFaults'
import {
  type Ballots,
  type CaseActor,
  type CaseEvent,
  type CaseState,
  advance,
  currentStep,
  currentVisit,
  earliestFinish,
  ownSteps,
  quorumOf,
  resultsOf,
} from '../../../server/domain/power/case'
import { addDays } from '../../../server/domain/deadline/calendar'
import { PUBLISHED_HOLIDAYS as holidays } from '../../../server/domain/deadline/holidays'
import type { PowerStep } from '../../../shared/contract/power/item'
import type { Chance } from '../privacy/chance'

/** What a walk tries, and the fault it has to meet; null: it has to happen. */
export interface Attempt {
  event: CaseEvent
  refusedFor: CaseFaultCode | null
}

export const person = (id: string, ...roles: string[]): CaseActor => ({ id, roles, supervises: false })
export const SUPERVISOR: CaseActor = { id: 'sup', roles: ['supervisors'], supervises: true }
/** Holds no role of the step; does every other. */
const stranger = (step: PowerStep) => person('stranger', step.actor === 'agent' ? 'handler' : 'agent')
const fresh = (state: CaseState, step: PowerStep) => person(`p${state.visits.length}`, step.actor)

/** The person who claimed the step, or one who did nothing before. */
export function doer(state: CaseState, step: PowerStep): CaseActor {
  const claimedBy = currentVisit(state)?.claimedBy
  return claimedBy ? person(claimedBy, step.actor) : fresh(state, step)
}

export function ballotsFor(step: PowerStep, passes: boolean): Ballots {
  const eligible = 30
  const present = Math.max(quorumOf(step.vote!, eligible), 28)
  const agree = passes ? present : 0
  return { eligible, present, agree, against: present - agree, abstain: 0 }
}

/** Leaves the step as it should be left. */
export function rightLeave(state: CaseState, on: string, result: string | null, passes = true): CaseEvent {
  const step = currentStep(state)!
  const base = { on, by: doer(state, step), step: step.id, papers: step.evidence, files: [] }
  return step.vote
    ? { ...base, kind: 'vote', ballots: ballotsFor(step, passes) }
    : { ...base, kind: 'finish', result }
}

const needsAmountNow = (state: CaseState, step: PowerStep): boolean =>
  state.amountFen === null &&
  (step.next.some(({ when }) => when.kind === 'amount') ||
    (step.vote !== null &&
      state.item.steps.some(({ next }) => next.some(({ when }) => when.kind === 'amount'))))

function leaveAttempt(state: CaseState, step: PowerStep, on: string, chance: Chance): Attempt {
  const results = resultsOf(step)
  const result = results.length > 0 ? chance.pick(results) : null
  const event = rightLeave(state, on, step.vote ? null : result, chance.next() < 0.7)
  const { value: first } = earliestFinish(state, holidays)
  const claimed = currentVisit(state)!.claimedBy !== null
  if (!claimed) return { event, refusedFor: 'not-claimed' }
  if (first !== null && on < first) return { event, refusedFor: 'too-early' }
  return { event, refusedFor: needsAmountNow(state, step) ? 'amount-missing' : null }
}

function spoiledLeave(state: CaseState, step: PowerStep, on: string, chance: Chance): Attempt {
  const event = rightLeave(state, on, resultsOf(step)[0] ?? null)
  if (event.kind !== 'finish' && event.kind !== 'vote') throw new TypeError(event.kind)
  const bad: Attempt[] = [
    { event: { ...event, step: 'elsewhere' }, refusedFor: 'step-moved' },
    { event: { ...event, by: stranger(step) }, refusedFor: 'role-wrong' },
    { event: { ...event, on: addDays(state.lastOn, -1) }, refusedFor: 'day-before' },
  ]
  if (step.evidence.length > 0) bad.push({ event: { ...event, papers: [] }, refusedFor: 'evidence-missing' })
  if (currentVisit(state)!.claimedBy) {
    bad.push({ event: { ...event, by: person('rival', step.actor) }, refusedFor: 'claimed-by-other' })
  }
  if (event.kind === 'finish') {
    const result = step.next.some(({ when }) => when.kind === 'result') ? '没有的结果' : '多余的结果'
    bad.push({
      event: { ...event, result },
      refusedFor: result === '没有的结果' ? 'result-unknown' : 'result-unasked',
    })
  } else {
    const { ballots } = event
    const present = quorumOf(step.vote!, ballots.eligible) - 1
    const few = { ...ballots, present, agree: present, against: 0 }
    bad.push(
      { event: { ...event, ballots: few }, refusedFor: 'quorum-not-met' },
      { event: { ...event, ballots: { ...ballots, agree: ballots.agree + 1 } }, refusedFor: 'votes-sum' },
      { event: { ...event, kind: 'finish', result: '通过' }, refusedFor: 'vote-needed' },
    )
  }
  return chance.pick(bad)
}

function claimAttempt(state: CaseState, step: PowerStep, on: string, chance: Chance): Attempt {
  const { claimedBy } = currentVisit(state)!
  const before = chance.pick(state.visits).finished?.by
  const by = before && chance.next() < 0.5 ? person(before, step.actor) : fresh(state, step)
  const event: CaseEvent = { kind: 'claim', on, by, step: step.id }
  if (claimedBy !== null) {
    return { event, refusedFor: claimedBy === by.id ? 'claimed-already' : 'claimed-by-other' }
  }
  return { event, refusedFor: ownSteps(state, step, by.id).length > 0 ? 'four-eyes' : null }
}

function amountAttempt(state: CaseState, step: PowerStep, on: string, chance: Chance): Attempt {
  const amountFen = chance.pick([0, 999_99, 1_000_00, 60_000_00, 100_000_00, 5_000_000_00])
  const event: CaseEvent = {
    kind: 'amount',
    on,
    by: doer(state, step),
    step: step.id,
    amountFen,
    reason: '预算核定',
  }
  if (!currentVisit(state)!.claimedBy) return { event, refusedFor: 'not-claimed' }
  if (amountFen === state.amountFen) return { event, refusedFor: 'amount-same' }
  const fixed = state.visits.some(
    ({ step: id, finished, undone }) =>
      !undone &&
      finished?.result === '通过' &&
      state.item.steps.some(one => one.id === id && one.vote?.amountChanged === 'refuse'),
  )
  return { event, refusedFor: fixed ? 'amount-after-vote' : null }
}

function haltedAttempt(state: CaseState, on: string, chance: Chance): Attempt {
  const step = currentStep(state)!
  if (chance.next() < 0.3) {
    const refusedFor = state.status === 'paused' ? 'case-paused' : 'case-stopped'
    return { event: rightLeave(state, on, resultsOf(step)[0] ?? null), refusedFor }
  }
  if (state.status === 'paused') {
    return { event: { kind: 'resume', on, by: person('anyone', step.actor) }, refusedFor: null }
  }
  const by = chance.next() < 0.8 ? SUPERVISOR : person('head', 'village-head')
  const event: CaseEvent = { kind: 'lift', on, by, reason: '已经说清楚' }
  return { event, refusedFor: by.supervises ? null : 'not-supervisor' }
}

function haltAttempt(state: CaseState, step: PowerStep, on: string, chance: Chance): Attempt {
  const kind = chance.pick(['pause', 'stop', 'cancel', 'hand-over', 'remark'] as const)
  const claimed = currentVisit(state)!.claimedBy !== null
  const by = doer(state, step)
  if (kind === 'stop' || kind === 'remark') {
    return { event: { kind, on, by: SUPERVISOR, reason: '手续有疑问' }, refusedFor: null }
  }
  if (kind === 'pause') {
    return { event: { kind, on, by, reason: '等补材料' }, refusedFor: claimed ? null : 'not-claimed' }
  }
  if (kind === 'hand-over') {
    const to = person(`next${state.visits.length}`, step.actor)
    const same = to.id === by.id
    const refusedFor = claimed ? (same ? 'hand-over-self' : null) : 'not-claimed'
    return { event: { kind, on, by, step: step.id, to, reason: '出差换人' }, refusedFor }
  }
  const head = chance.next() < 0.1
  const event: CaseEvent = {
    kind,
    on,
    by: person('head', head ? state.item.responsible.role : 'nobody'),
    reason: '不办了，退回',
  }
  return { event, refusedFor: head ? null : 'cancel-wrong-role' }
}

/** Anything that somebody could try, right or wrong. */
export function anyAttempt(state: CaseState, on: string, chance: Chance): Attempt {
  const step = currentStep(state)!
  if (state.status !== 'running') return haltedAttempt(state, on, chance)
  if (!currentVisit(state)!.claimedBy && chance.next() < 0.6) return claimAttempt(state, step, on, chance)
  const make = chance.pick([
    claimAttempt,
    leaveAttempt,
    leaveAttempt,
    leaveAttempt,
    leaveAttempt,
    spoiledLeave,
    amountAttempt,
    haltAttempt,
  ])
  return make(state, step, on, chance)
}

/** The next right event on the straight way to the end. */
function homeward(state: CaseState, on: string): CaseEvent {
  const step = currentStep(state)!
  if (state.status === 'paused') return { kind: 'resume', on, by: person('anyone', step.actor) }
  if (state.status === 'stopped') return { kind: 'lift', on, by: SUPERVISOR, reason: '已经说清楚' }
  if (!currentVisit(state)!.claimedBy) return { kind: 'claim', on, by: fresh(state, step), step: step.id }
  if (needsAmountNow(state, step)) {
    return {
      kind: 'amount',
      on,
      by: doer(state, step),
      step: step.id,
      amountFen: 60_000_00,
      reason: '预算核定',
    }
  }
  const { value: first } = earliestFinish(state, holidays)
  const day = first !== null && first > on ? first : on
  return rightLeave(state, day, resultsOf(step)[0] ?? null)
}

/** Takes the case to its end; null: it cannot be brought there. */
export function bringHome(state: CaseState): CaseState | null {
  let now = state
  for (let left = 3 * state.item.steps.length + 4; left > 0 && !now.closed; left--) {
    const moved = advance(now, homeward(now, now.lastOn), holidays)
    if (!moved.ok) return null
    now = moved.state
  }
  return now.closed ? now : null
}
