import { ObjectionState } from '../../../../shared/contract/participation/objection'
import {
  OBJECTION_STATES,
  OBJECTION_TRANSITIONS,
  type ObjectionEvent,
  isLate,
  keepsOpen,
  objectionDiagram,
  objectionTransition,
} from '../../../../server/participation/objections/states'

const ALL = ObjectionState.options
const EVENTS: ObjectionEvent[] = [
  'release',
  'refuse',
  'answer',
  'settle',
  'dissatisfy',
  'escalate',
  'withdraw',
]

/** Where events lead in order, or where the first impossible one was. */
function walk(
  side: 'village' | 'government',
  events: readonly (ObjectionEvent | 'late')[],
  from: ObjectionState = 'open',
) {
  let state: ObjectionState = from
  let late = false
  for (const event of events) {
    if (event === 'late') {
      late = true
      continue
    }
    const step = objectionTransition({ state, side, late }, event)
    if (!step) return `${event} in ${state}`
    state = step.to
    late = false
  }
  return state
}

it.each([
  [['answer', 'settle'], 'settled'],
  [['answer', 'dissatisfy', 'escalate', 'answer', 'settle'], 'settled'],
  [['answer', 'escalate', 'answer', 'dissatisfy', 'escalate', 'answer', 'dissatisfy'], 'closed'],
  [['late', 'escalate', 'late', 'escalate', 'answer', 'settle'], 'settled'],
  [['answer', 'dissatisfy', 'settle'], 'settled'],
  [['escalate'], 'escalate in open'],
  [['answer', 'escalate', 'escalate'], 'escalate in town'],
  [['settle'], 'settle in open'],
  [['answer', 'settle', 'withdraw'], 'withdraw in settled'],
  [['release'], 'release in open'],
] as const)('in a village %j ends in %s', (events, end) => {
  expect(walk('village', events)).toBe(end)
})

it('goes from a street’s own notice straight to the district', () => {
  expect(walk('government', ['answer', 'dissatisfy', 'escalate', 'answer', 'settle'])).toBe('settled')
  expect(walk('government', ['late', 'escalate'])).toBe('county')
  expect(walk('government', ['answer', 'escalate'])).toBe('county')
})

it('is released or refused after a hold', () => {
  expect(walk('village', ['release', 'answer'], 'held')).toBe('answered')
  expect(walk('village', ['refuse', 'withdraw'], 'held')).toBe('withdraw in refused')
  expect(walk('village', ['answer'], 'held')).toBe('answer in held')
})

it('gives one step for each event and standing, and no way out of what is done', () => {
  for (const state of ALL) {
    for (const event of EVENTS) {
      for (const side of ['village', 'government'] as const) {
        const rows = OBJECTION_TRANSITIONS.filter(
          row => row.event === event && row.from.includes(state) && (!row.side || row.side === side),
        )
        expect([state, event, side, rows.length <= 1]).toEqual([state, event, side, true])
        if (OBJECTION_STATES[state].turn === 'nobody') expect(rows).toEqual([])
      }
    }
  }
})

it('reaches every state, and from every state an end', () => {
  const steps = (state: ObjectionState) =>
    OBJECTION_TRANSITIONS.filter(row => row.from.includes(state)).map(row => row.to)
  const reach = (start: ObjectionState[]) => {
    const seen = new Set(start)
    for (const state of seen) for (const next of steps(state)) seen.add(next)
    return seen
  }
  expect([...reach(['open', 'held'])].sort()).toEqual([...ALL].sort())
  for (const state of ALL) {
    expect([...reach([state])].some(end => OBJECTION_STATES[end].turn === 'nobody')).toBe(true)
  }
})

it('is late only while somebody of staff has to act, from the first instant after its day', () => {
  const due = new Date('2026-11-25T16:00:00Z')
  expect(isLate('open', due, new Date('2026-11-25T15:59:59Z'))).toBe(false)
  expect(isLate('open', due, due)).toBe(true)
  expect(isLate('answered', due, due)).toBe(false)
})

it('keeps its notice open until it is done, or the villager has been silent', () => {
  const until = new Date('2026-12-01T16:00:00Z')
  const before = new Date('2026-11-30T00:00:00Z')
  for (const state of ['held', 'open', 'town', 'county'] as const) {
    expect(keepsOpen(state, null, until)).toBe(true)
  }
  for (const state of ['answered', 'unsatisfied', 'town-answered'] as const) {
    expect([keepsOpen(state, until, before), keepsOpen(state, until, until)]).toEqual([true, false])
  }
  for (const state of ['settled', 'closed', 'withdrawn', 'refused'] as const) {
    expect(keepsOpen(state, until, before)).toBe(false)
  }
})

it('draws every state and every step', () => {
  const drawn = objectionDiagram()
  for (const { label } of Object.values(OBJECTION_STATES)) expect(drawn).toContain(`state "${label}"`)
  const edges = OBJECTION_TRANSITIONS.reduce((sum, row) => sum + row.from.length, 0)
  expect(drawn.match(/-->/g)).toHaveLength(edges + 2 + 4)
})
