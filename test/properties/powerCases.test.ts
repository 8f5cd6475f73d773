import fc from 'fast-check'
import { addDays, isRestDay, periodEnd } from '../../server/domain/deadline/calendar'
import { PUBLISHED_HOLIDAYS as holidays } from '../../server/domain/deadline/holidays'
import {
  type CaseState,
  advance,
  currentVisit,
  obligationsOf,
  livePath,
  openCase,
  stepClock,
  wayFrom,
} from '../../server/domain/power/case'
import { itemFaults } from '../../server/domain/power/check'
import { stepOf } from '../../shared/power/graph'
import type { PowerItem, PowerLimit } from '../../shared/contract/power/item'
import { LONG, SAMPLED, reportFigure } from '../support/figures'
import { CORE } from '../support/power/core'
import { randomItem } from '../support/power/randomItem'
import { type Attempt, anyAttempt, bringHome, person } from '../support/power/walk'
import { Chance } from '../support/privacy/chance'

const WALKS = LONG ? 10_000 : 400
const MOST_EVENTS = 60
const START = '2024-02-01'

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(frozen)
  return value
}

interface Day {
  day: string
  rests: boolean
}
const CALENDAR: readonly Day[] = Array.from({ length: 1066 }, (_, at) => addDays(START, at))
  .filter(day => day < '2027-01-01')
  .map(day => ({ day, rests: isRestDay(day, holidays) }))

/** The reference: strikes out the days that do not count, takes the n-th of the others. */
function countedOut(from: string, { n, unit }: Pick<PowerLimit, 'n' | 'unit'>, pauses: CaseState['pauses']) {
  const left = CALENDAR.slice(CALENDAR.findIndex(({ day }) => day === from) + 1).filter(
    ({ day }) => !pauses.some(pause => day > pause.from && (pause.to === null || day <= pause.to)),
  )
  const last = left.filter(({ rests }) => unit === 'calendar-day' || !rests)[n - 1]
  return last && (left.find(({ day, rests }) => day >= last.day && !rests)?.day ?? null)
}

function adopted(item: PowerItem): PowerItem {
  return {
    ...structuredClone(item),
    adopted: { meeting: '村民代表会议', on: '2023-01-05' },
    inForce: '2023-01-06',
  }
}

type Check = readonly [boolean, string]

/** Along the steps that count: each by its own way, by the right amount, by other eyes. */
function pathChecks(state: CaseState): Check[] {
  const path = livePath(state)
  const backs = state.visits.flatMap(({ finished }) => (finished?.back ? [finished.to] : []))
  return path.flatMap((visit, at): Check[] => {
    const { finished } = visit
    const step = stepOf(state.item, visit.step)!
    const then = path[at + 1]?.step ?? currentVisit(state)?.step ?? finished.to
    const before = state.visits.slice(0, state.visits.indexOf(visit))
    const branches = step.next.some(({ when }) => when.kind === 'amount')
    return [
      [then === finished.to || backs.includes(then) || state.status === 'cancelled', 'goes elsewhere'],
      [!branches || wayFrom(state, step, finished.result)?.to === finished.to, 'threshold dodged'],
      [!step.vote || finished.result !== '通过' || finished.amountFen === state.amountFen, 'vote dodged'],
      [
        !before.some(({ step: id, finished: past }) => step.notBy.includes(id) && past?.by === finished.by),
        'four eyes',
      ],
    ]
  })
}

/** What must be true of a case after whatever has happened. */
function brokenRules(state: CaseState, disclosed: number): string[] {
  const live = livePath(state).map(({ step }) => step)
  const open = state.visits.filter(({ finished, undone }) => !finished && !undone)
  const standing = state.pauses.filter(({ to }) => to === null).length
  const checks: Check[] = [
    [new Set(live).size === live.length, 'a step twice'],
    [open.length === (state.status === 'finished' ? 0 : 1), 'stands in more or less than one place'],
    [!live.includes(open[0]?.step ?? ''), 'stands at a step that is done'],
    [(state.closed !== null) === ['finished', 'cancelled'].includes(state.status), 'closed or not'],
    [standing === (['paused', 'stopped'].includes(state.status) ? 1 : 0), 'pauses'],
    [obligationsOf(state, holidays).length === disclosed, 'duties are not the disclosures due'],
    ...pathChecks(state),
  ]
  return checks.flatMap(([holds, what]) => (holds ? [] : [what]))
}

function checkClock(state: CaseState): void {
  const visit = currentVisit(state)
  const limit = visit && stepOf(state.item, visit.step)?.limit
  const clock = stepClock(state, state.lastOn, holidays)
  if (!visit || !limit || !clock) return
  const due = countedOut(visit.enteredOn, limit, state.pauses) ?? null
  const wrong = {
    due: clock.dueOn !== due,
    red: (clock.light === 'red') !== (due !== null && due < state.lastOn),
    standing: (clock.light === 'standing') !== (due === null),
  }
  if (Object.values(wrong).some(Boolean)) {
    throw new Error(`clock of ${visit.step}: ${JSON.stringify(clock)}, counted out ${String(due)}`)
  }
}

const seen = {
  events: 0,
  refused: 0,
  finished: 0,
  cancelled: 0,
  undone: 0,
  obligations: 0,
  refusals: new Set<string>(),
}

/** Opens a case, then wipes the item out of the list: a running case keeps the item it was opened with. */
function start(chance: Chance): CaseState {
  const item = chance.next() < 0.2 ? adopted(chance.pick(CORE)) : randomItem(chance)
  expect(itemFaults(item)).toEqual([])
  const opening = {
    on: START,
    by: person('p0', item.steps[0]!.actor),
    version: 3,
    amountFen: chance.pick([null, 500_00, 60_000_00]),
  }
  const opened = openCase(item, opening)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  expect(opened.state.item).toEqual(item)
  item.steps.length = 0
  return frozen(opened.state)
}

/** Tries something; the state after it, the same when it was refused as it should be. */
function attempt(state: CaseState, { event, refusedFor }: Attempt): CaseState {
  const result = advance(state, event, holidays)
  seen.events++
  if (refusedFor === null) {
    if (!result.ok) throw new Error(`${event.kind}: ${JSON.stringify(result.faults)}`)
    return frozen(result.state)
  }
  if (result.ok || !result.faults.some(({ code }) => code === refusedFor)) {
    throw new Error(`${event.kind} is not refused for ${refusedFor}: ${JSON.stringify(result)}`)
  }
  seen.refused++
  seen.refusals.add(refusedFor)
  return state
}

const discloses = ({ item }: CaseState, { event, refusedFor }: Attempt): boolean =>
  refusedFor === null &&
  (event.kind === 'finish' || event.kind === 'vote') &&
  stepOf(item, event.step)?.disclosure !== null

function walk(seed: number): void {
  const chance = new Chance(seed)
  let state = start(chance)
  const { item } = state
  let disclosed = 0
  for (let n = 0; n < MOST_EVENTS && !state.closed; n++) {
    const tried = anyAttempt(state, addDays(state.lastOn, chance.pick([0, 0, 0, 1, 2, 5])), chance)
    if (discloses(state, tried)) disclosed++
    state = attempt(state, tried)
    const broken = brokenRules(state, disclosed)
    if (broken.length > 0) throw new Error(`${tried.event.kind}: ${broken.join()}`)
    checkClock(state)
  }
  for (const { from, dueOn, disclosure } of obligationsOf(state, holidays)) {
    if (dueOn !== null) expect(dueOn).toBe(countedOut(from, disclosure.within, []))
  }
  seen.obligations += disclosed
  seen.undone += state.visits.filter(({ undone }) => undone).length
  const end = state.closed ? state : bringHome(state)
  expect(end?.closed).toBeTruthy()
  expect(end?.item).toBe(item)
  seen[end?.status === 'finished' ? 'finished' : 'cancelled']++
}

test('a case on any sound item goes as said, whatever is tried, and can always be brought to an end', () => {
  fc.assert(fc.property(fc.nat(0xffffffff), walk), { numRuns: WALKS, seed: 20261126 })
  const { events, refused, finished, cancelled, undone, obligations, refusals } = seen
  expect(Math.min(refused, finished, cancelled, undone, obligations)).toBeGreaterThan(WALKS / 40)
  expect(refusals.size).toBeGreaterThanOrEqual(18)
  reportFigure(
    `micro-power cases: ${WALKS} random walks${SAMPLED}, ${events} events (${refused} refused as they should be), ${finished} brought to the end, ${cancelled} cancelled, ${undone} steps undone, ${obligations} disclosures due`,
  )
})

test('without a pause a limit ends as every other period does', () => {
  const item = adopted(CORE[0]!)
  const opened = openCase(item, {
    on: START,
    by: person('a', item.steps[0]!.actor),
    version: 1,
    amountFen: null,
  })
  if (!opened.ok) throw new Error('not opened')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('working-day' as const, 'calendar-day' as const),
      (days, n, unit) => {
        const on = addDays(START, days)
        const state = structuredClone(opened.state)
        state.item.steps[0]!.limit = { n, unit, source: null, checkedOn: null, localSetting: true }
        const at = { ...state, visits: state.visits.map(visit => ({ ...visit, enteredOn: on })) }
        expect(stepClock(at, on, holidays)?.dueOn).toBe(periodEnd(on, { n, unit }, holidays).date)
      },
    ),
  )
})
