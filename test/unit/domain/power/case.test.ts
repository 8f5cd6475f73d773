import { PUBLISHED_HOLIDAYS as holidays } from '../../../../server/domain/deadline/holidays'
import {
  type Ballots,
  type CaseActor,
  type CaseEvent,
  type CaseState,
  advance,
  currentStep,
  obligationsOf,
  livePath,
  openCase,
  resultsOf,
  stepClock,
  wasLate,
  wholeClock,
} from '../../../../server/domain/power/case'
import type { PowerItem } from '../../../../shared/contract/power/item'
import { coreItem, stepNamed } from '../../../support/power/core'
import { SUPERVISOR, ballotsFor, bringHome, person } from '../../../support/power/walk'

const ADOPTED = { adopted: { meeting: '村民代表会议', on: '2026-01-05' }, inForce: '2026-01-06' }
const works = (): PowerItem => ({ ...coreItem('XM-01'), ...ADOPTED })
const clerk = person(
  'clerk',
  'handler',
  'party-branch',
  'two-committees',
  'villagers-council',
  'village-head',
)

function opened(item = works(), on = '2026-03-02', amountFen: number | null = 60_000_00): CaseState {
  const result = openCase(item, { on, by: clerk, version: 1, amountFen })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.state
}

function after(state: CaseState, event: CaseEvent): CaseState {
  const result = advance(state, event, holidays)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.state
}

const refusal = (state: CaseState, event: CaseEvent) => {
  const result = advance(state, event, holidays)
  return result.ok ? [] : result.faults.map(({ code }) => code)
}

/** Claims and leaves the current step. */
function done(state: CaseState, on: string, by: CaseActor = clerk, result: string | null = null): CaseState {
  const step = currentStep(state)!
  const claimed = state.visits.at(-1)!.claimedBy
    ? state
    : after(state, { kind: 'claim', on, by, step: step.id })
  const base = { on, by, step: step.id, papers: step.evidence, files: [] }
  return after(
    claimed,
    step.vote
      ? { ...base, kind: 'vote', ballots: ballotsFor(step, result !== '未通过') }
      : { ...base, kind: 'finish', result },
  )
}

function until(state: CaseState, step: string, on: string): CaseState {
  let now = state
  for (let left = 20; left > 0 && currentStep(now)?.id !== step; left--) {
    now = done(now, on, clerk, resultsOf(currentStep(now)!)[0] ?? null)
  }
  expect(currentStep(now)?.id).toBe(step)
  return now
}

const pathOf = (state: CaseState) => livePath(state).map(({ step }) => step)

describe('works of 60,000 yuan', () => {
  it('go from proposal to acceptance through the council and invited bidding, and each node is disclosed', () => {
    const home = bringHome(opened())!
    expect(home.status).toBe('finished')
    expect(pathOf(home)).toEqual([
      'propose',
      'party',
      'meeting',
      'council',
      'way',
      'invite',
      'contract',
      'build',
      'accept',
      'settle',
    ])
    expect(obligationsOf(home, holidays).map(({ step }) => step)).toEqual([
      'council',
      'invite',
      'accept',
      'settle',
    ])
  })

  it.each([
    [9_999_99, ['meeting', 'estimate']],
    [10_000_00, ['meeting', 'tell', 'estimate']],
    [49_999_99, ['meeting', 'tell', 'estimate']],
    [50_000_00, ['meeting', 'council', 'way', 'invite']],
    [99_999_99, ['meeting', 'council', 'way', 'invite']],
    [100_000_00, ['meeting', 'council', 'way', 'tender']],
  ])('%d fen take their own branch', (amountFen, steps) => {
    const home = bringHome(opened(works(), '2026-03-02', amountFen))!
    expect(pathOf(home).slice(2, 2 + steps.length)).toEqual(steps)
  })

  it('need an amount before they can branch, not before', () => {
    const state = until(opened(works(), '2026-03-02', null), 'meeting', '2026-03-03')
    const claimed = after(state, { kind: 'claim', on: '2026-03-03', by: clerk, step: 'meeting' })
    const papers = stepNamed(state.item, 'meeting').evidence
    const leave: CaseEvent = {
      kind: 'finish',
      on: '2026-03-03',
      by: clerk,
      step: 'meeting',
      papers,
      files: [],
      result: null,
    }
    expect(refusal(claimed, leave)).toEqual(['amount-missing'])
    const set: CaseEvent = {
      kind: 'amount',
      on: '2026-03-03',
      by: clerk,
      step: 'meeting',
      amountFen: 60_000_00,
      reason: '会上核定预算',
    }
    expect(currentStep(after(after(claimed, set), leave))?.id).toBe('council')
  })

  it('keep the amount that the meeting decided on, or vote again', () => {
    const change = (state: CaseState, amountFen: number): CaseEvent => ({
      kind: 'amount',
      on: '2026-03-04',
      by: clerk,
      step: currentStep(state)!.id,
      amountFen,
      reason: '材料涨价',
    })
    const claimedWay = (item: PowerItem) => {
      const state = until(opened(item), 'way', '2026-03-03')
      return after(state, { kind: 'claim', on: '2026-03-03', by: clerk, step: 'way' })
    }
    const again = claimedWay(works())
    const voted = after(again, change(again, 90_000_00))
    expect(currentStep(voted)?.id).toBe('council')
    expect(pathOf(voted)).toEqual(['propose', 'party', 'meeting'])
    const fixed = works()
    stepNamed(fixed, 'council').vote!.amountChanged = 'refuse'
    const refused = claimedWay(fixed)
    expect(refusal(refused, change(refused, 90_000_00))).toEqual(['amount-after-vote'])
  })

  it('go back to the branch when a new amount belongs to another', () => {
    const state = until(opened(works(), '2026-03-02', 40_000_00), 'contract', '2026-03-03')
    const claimed = after(state, { kind: 'claim', on: '2026-03-03', by: clerk, step: 'contract' })
    const event = {
      kind: 'amount',
      on: '2026-03-04',
      by: clerk,
      step: 'contract',
      reason: '多修一段路',
    } as const
    expect(currentStep(after(claimed, { ...event, amountFen: 45_000_00 }))?.id).toBe('contract')
    const moved = after(claimed, { ...event, amountFen: 55_000_00 })
    expect(currentStep(moved)?.id).toBe('meeting')
    expect(pathOf(bringHome(moved)!)).toContain('council')
  })
})

describe('a vote', () => {
  const state = () => {
    const at = until(opened(), 'council', '2026-03-03')
    return after(at, { kind: 'claim', on: '2026-03-03', by: clerk, step: 'council' })
  }
  const vote = (
    eligible: number,
    present: number,
    agree: number,
    against: number,
    abstain = 0,
  ): CaseEvent => ({
    kind: 'vote',
    on: '2026-03-04',
    by: clerk,
    step: 'council',
    ballots: { eligible, present, agree, against, abstain } satisfies Ballots,
    papers: ['会议记录', '签到册'],
    files: [],
  })

  it('counts two thirds and more than half exactly', () => {
    expect(refusal(state(), vote(30, 19, 19, 0))).toEqual(['quorum-not-met'])
    expect(refusal(state(), vote(31, 20, 20, 0))).toEqual(['quorum-not-met'])
    expect(after(state(), vote(30, 20, 11, 9)).visits.at(-2)?.finished?.result).toBe('通过')
    expect(livePath(after(state(), vote(30, 20, 11, 9))).at(-1)?.finished.ballots?.agree).toBe(11)
    expect(currentStep(after(state(), vote(30, 20, 10, 10)))?.id).toBe('meeting')
  })

  it('that cannot be is refused, all faults at once', () => {
    expect(refusal(state(), vote(20, 30, 10, 10))).toEqual(['votes-present-over', 'votes-sum'])
    expect(refusal(state(), vote(0, 0, 0, 0))).toEqual(['votes-invalid'])
    expect(refusal(state(), vote(30, 20.5, 20.5, 0))).toEqual(['votes-invalid'])
    const bare = { ...vote(30, 25, 20, 4), papers: ['签到册'] } as CaseEvent
    expect(refusal(state(), bare)).toEqual(['evidence-missing', 'votes-sum'])
  })

  it('that fails goes back as often as the item says, then ends', () => {
    const failed = done(state(), '2026-03-04', clerk, '未通过')
    expect(currentStep(failed)?.id).toBe('meeting')
    expect(failed.visits.filter(({ undone }) => undone === 'back').map(({ step }) => step)).toEqual([
      'meeting',
      'council',
    ])
    const twice = done(until(failed, 'council', '2026-03-05'), '2026-03-05', clerk, '未通过')
    expect(twice.status).toBe('finished')
    expect(obligationsOf(twice, holidays).map(({ step }) => step)).toEqual(['council', 'council'])
  })
})

describe('clocks', () => {
  it('count working days over a holiday, and say how they stand', () => {
    const state = opened(works(), '2026-04-30')
    const on = (day: string) => stepClock(state, day, holidays)
    expect(on('2026-04-30')).toEqual({ dueOn: '2026-05-11', light: 'none', words: '还有5个工作日' })
    // 9 May is a Saturday that is worked.
    expect(on('2026-05-08')).toMatchObject({ light: 'yellow', words: '快到期，还有2个工作日' })
    expect(on('2026-05-11')).toMatchObject({ light: 'yellow', words: '今天到期' })
    expect(on('2026-05-13')).toMatchObject({ light: 'red', words: '已超期2天' })
  })

  it('stand while the case pauses, and go on after', () => {
    const paused = after(opened(), { kind: 'pause', on: '2026-03-04', by: clerk, reason: '等材料补齐' })
    expect(stepClock(paused, '2026-03-20', holidays)).toMatchObject({ dueOn: null, light: 'standing' })
    expect(refusal(paused, { kind: 'claim', on: '2026-03-05', by: clerk, step: 'propose' })).toEqual([
      'case-paused',
    ])
    const resumed = after(paused, { kind: 'resume', on: '2026-03-11', by: clerk })
    // Two days had gone; three are left after the 11th.
    expect(stepClock(resumed, '2026-03-11', holidays)?.dueOn).toBe('2026-03-16')
    expect(wholeClock(resumed, '2026-03-11', holidays)?.dueOn).not.toBe(
      wholeClock(opened(), '2026-03-11', holidays)?.dueOn,
    )
    const late = done(resumed, '2026-03-17')
    expect(wasLate(late, late.visits[0]!, holidays)).toBe(true)
    const inTime = done(resumed, '2026-03-16')
    expect(wasLate(inTime, inTime.visits[0]!, holidays)).toBe(false)
  })

  it('hold a posting period', () => {
    const item = { ...coreItem('BM-01'), ...ADOPTED }
    const all = [...new Set(item.steps.map(({ actor }) => actor))]
    const anyone = person('anyone', ...all)
    const start = openCase(item, { on: '2026-03-02', by: anyone, version: 1, amountFen: null })
    if (!start.ok) throw new Error('not opened')
    let state = done(done(start.state, '2026-03-02', anyone), '2026-03-02', anyone, '符合')
    state = after(state, { kind: 'claim', on: '2026-03-02', by: anyone, step: 'post' })
    const { evidence } = stepNamed(item, 'post')
    const leave = (on: string): CaseEvent => ({
      kind: 'finish',
      on,
      by: anyone,
      step: 'post',
      papers: evidence,
      files: [],
      result: '没有异议',
    })
    expect(refusal(state, leave('2026-03-08'))).toEqual(['too-early'])
    state = after(state, leave('2026-03-09'))
    expect(refusal(state, { kind: 'claim', on: '2026-03-09', by: anyone, step: 'county' })).toEqual([
      'four-eyes',
    ])
  })

  it('run by weekends through a year without a holiday table, and say so', () => {
    const state = opened(works(), '2026-12-30')
    expect(stepClock(state, '2026-12-30', holidays)).toMatchObject({
      dueOn: '2027-01-06',
      light: 'none',
      assumedYears: [2027],
    })
  })
})

describe('people', () => {
  const on = '2026-03-03'

  it('claim, hand over and answer for what they claimed', () => {
    const state = opened()
    const other = person('other', 'handler')
    const handOver = { kind: 'hand-over', on, step: 'propose', reason: '下乡出差' } as const
    expect(refusal(state, { ...handOver, by: other, to: other })).toEqual(['claimed-by-other'])
    expect(refusal(state, { ...handOver, by: clerk, to: person('x', 'bookkeeper') })).toEqual(['role-wrong'])
    expect(refusal(state, { ...handOver, by: clerk, to: clerk, reason: '忙' })).toEqual([
      'hand-over-self',
      'reason-missing',
    ])
    const head = person('head', 'village-head')
    expect(after(state, { ...handOver, by: head, to: other }).visits[0]?.claimedBy).toBe('other')
  })

  it('of supervision say what they think of a step, and it goes on', () => {
    const told = after(opened(), { kind: 'remark', on, by: SUPERVISOR, reason: '报价要有三家' })
    expect(told).toMatchObject({
      status: 'running',
      remarks: [{ on, step: 'propose', text: '报价要有三家' }],
    })
    expect(refusal(told, { kind: 'remark', on, by: clerk, reason: '没有意见' })).toEqual(['not-supervisor'])
  })

  it('of supervision stop any case, and only they let it go on', () => {
    const stopped = after(opened(), { kind: 'stop', on, by: SUPERVISOR, reason: '没有依据' })
    expect(stepClock(stopped, '2026-03-09', holidays)?.words).toBe('被叫停，不计时')
    expect(refusal(stopped, { kind: 'resume', on, by: clerk })).toEqual(['case-stopped'])
    expect(refusal(stopped, { kind: 'lift', on, by: clerk, reason: '已经改好' })).toEqual(['not-supervisor'])
    expect(after(stopped, { kind: 'lift', on, by: SUPERVISOR, reason: '已经改好' }).status).toBe('running')
    const cancelled = after(stopped, { kind: 'cancel', on, by: clerk, reason: '不再做了' })
    expect(cancelled.closed).toEqual({ on, by: 'clerk', reason: '不再做了' })
    expect(refusal(cancelled, { kind: 'stop', on, by: SUPERVISOR, reason: '没有依据' })).toEqual([
      'case-closed',
    ])
  })

  it('cannot open what is unsound, not in force or not theirs', () => {
    const open = (item: PowerItem, by = clerk) => {
      const result = openCase(item, { on: '2026-03-02', by, version: 1, amountFen: -1 })
      return result.ok ? [] : result.faults.map(({ code }) => code)
    }
    expect(open(coreItem('XM-01'), person('x'))).toEqual([
      'item-not-in-force',
      'role-wrong',
      'amount-invalid',
    ])
    const round = works()
    stepNamed(round, 'party').next[0]!.to = 'propose'
    expect(open(round)).toEqual(['item-unsound'])
    expect(open({ ...works(), inForce: '2026-03-03' })).toContain('item-not-in-force')
  })
})
