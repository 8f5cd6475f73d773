import {
  presentCasePage,
  presentCases,
  presentWorkCasePage,
  presentWorkCases,
} from '../../../server/presenters/powerCase'
import { presentAlarm, presentPowerDesk } from '../../../server/presenters/powerDesk'
import {
  presentComparison,
  presentImport,
  presentPower,
  presentPowers,
} from '../../../server/presenters/powers'
import { PUBLISHED_HOLIDAYS as holidays } from '@shared/domain/deadline'
import {
  type CaseEvent,
  type CaseState,
  advance,
  currentStep,
  openCase,
} from '@shared/domain/microPower/case'
import type { PowerCaseRow, PowerListRow } from '../../../server/models'
import type { PowerModel, PowerPlace } from '../../../server/queries/powers'
import { coreItem } from '../../support/microPower/core'
import { ballotsFor, person as caseActor } from '../../support/microPower/walk'
import { person } from '../../support/policies/places'
import { NOW, STREET, VILLAGE, refOf } from '../../support/presenters/rows'

/** Lists of micro-powers, their cases and the desk of the street. */

const TODAY = '2026-03-20'
const item = {
  ...coreItem('XM-01'),
  adopted: { meeting: '村民代表会议', on: '2026-01-05' },
  inForce: '2026-01-06',
}
const doer = caseActor('usr_d', ...new Set(item.steps.map(({ actor }) => actor)))

function opened(amountFen: number | null = 60_000_00): CaseState {
  const result = openCase(item, { on: '2026-03-02', by: doer, version: 1, amountFen })
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.state
}

function after(state: CaseState, event: CaseEvent): CaseState {
  const result = advance(state, event, holidays)
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return result.state
}

/** The opener holds the first step; so nobody does. */
const unclaimed = (state: CaseState): CaseState => ({
  ...state,
  visits: state.visits.map(visit => ({ ...visit, claimedBy: null })),
})

function finished(state: CaseState, on: string): CaseState {
  const step = currentStep(state)!
  const claimed = state.visits.at(-1)!.claimedBy
    ? state
    : after(state, { kind: 'claim', on, by: doer, step: step.id })
  const base = { on, by: doer, step: step.id, papers: step.evidence, files: [] }
  return after(
    claimed,
    step.vote
      ? { ...base, kind: 'vote', ballots: ballotsFor(step, true) }
      : { ...base, kind: 'finish', result: null },
  )
}

const caseRow = (state: CaseState, more: Partial<PowerCaseRow> = {}): PowerCaseRow =>
  ({
    _id: 'cas_1',
    orgCode: 'V1',
    itemCode: item.code,
    title: '村东头修路',
    payee: '某公司',
    amountFen: state.amountFen,
    status: state.status,
    open: true,
    state,
    drafts: [],
    noticeIds: [],
    version: 3,
    openedAt: NOW,
    updatedAt: NOW,
    ...more,
  }) as PowerCaseRow

const listRow = (more: Partial<PowerListRow> = {}): PowerListRow => ({
  _id: 'V1',
  version: 2,
  items: [item],
  off: [],
  adopted: { meeting: '村民代表会议', on: '2026-01-05' },
  inForce: '2026-01-06',
  taken: null,
  updatedAt: NOW,
  ...more,
})
const place = (more: Partial<PowerListRow> = {}): PowerPlace => ({
  org: VILLAGE,
  above: STREET,
  list: listRow(more),
  basis: { street: STREET, version: 5 },
})
const head = person('head@V1', { id: 'usr_d' })
const names = new Map([['usr_d', '王主任']])
const seer = { actor: head, names, today: TODAY } as never as Parameters<typeof presentWorkCases>[3]

describe('a case', () => {
  const summary = {
    id: 'cas_1',
    orgCode: 'V1',
    itemCode: 'XM-01',
    itemName: item.name,
    classLabel: expect.stringMatching(/[一-龥]/),
    title: item.nature === 'service' ? null : '村东头修路',
    status: 'running',
    statusLabel: expect.stringMatching(/[一-龥]/),
    stepName: item.steps[0]!.name,
    result: null,
    openedOn: '2026-03-02',
    closedOn: null,
  }

  test('tells the public where it stands; whom a service is for it does not tell', () => {
    expect(presentCases([caseRow(opened())], 'c')).toEqual({ items: [summary], nextCursor: 'c' })
    const service = { ...opened(), item: { ...item, nature: 'service' as const } }
    expect(presentCases([caseRow(service)], null).items[0]?.title).toBeNull()
    const collective = { ...opened(), item: { ...item, nature: 'collective' as const } }
    expect(presentCases([caseRow(collective)], null).items[0]?.title).toBe('村东头修路')
  })

  test('closed: when, and with what result only when it was brought to the end', () => {
    const one = finished(opened(), '2026-03-03')
    const withResult = one.visits.map(visit => visit.finished ? { ...visit, finished: { ...visit.finished, result: '通过' } } : visit) // prettier-ignore
    const closed = { ...one, visits: withResult, status: 'finished', closed: { on: '2026-03-09', by: 'x', reason: null } } as CaseState // prettier-ignore
    expect(presentCases([caseRow(closed)], null).items[0]).toMatchObject({ result: '通过', closedOn: '2026-03-09', stepName: null }) // prettier-ignore
    const cancelled = { ...closed, status: 'cancelled' } as CaseState
    expect(presentCases([caseRow(cancelled)], null).items[0]?.result).toBeNull()
    expect(presentCasePage({ row: caseRow(cancelled), org: VILLAGE }, []).progress.here).toBeNull()
  })

  test('shows the way gone, without those who went it', () => {
    const state = finished(opened(), '2026-03-03')
    const [first] = state.visits
    const page = presentCasePage({ row: caseRow(state), org: VILLAGE }, [{ id: 'ntc_1' }] as never)
    expect(page).toMatchObject({ org: refOf(VILLAGE), item, notices: [{ id: 'ntc_1' }] })
    expect(page.progress).toEqual({
      done: [first!.step],
      here: currentStep(state)!.id,
      taken: [{ from: first!.step, to: first!.finished!.to }],
    })
    expect(page.steps).toEqual([
      { step: first!.step, name: item.steps[0]!.name, on: '2026-03-03', result: null, undone: null },
    ])
    expect(JSON.stringify(page)).not.toContain('usr_d')
    const undone = { ...state, visits: [{ ...first!, undone: 'back' as const }, ...state.visits.slice(1)] }
    const again = presentCasePage({ row: caseRow(undone), org: VILLAGE }, [])
    expect(again.steps[0]?.undone).toMatch(/[一-龥]/)
    expect(again.progress.done).toEqual([])
  })

  test('staff see amount, who holds it, the clock, and what they may open', () => {
    const state = opened()
    const list = presentWorkCases(place(), [caseRow(state)], 'c', seer)
    expect(list).toMatchObject({ org: refOf(VILLAGE), nextCursor: 'c' })
    expect(list.items).toEqual([
      {
        ...summary,
        about: '村东头修路',
        amountFen: 60_000_00,
        claimedBy: '王主任',
        mine: true,
        clock: expect.anything(),
      },
    ])
    expect(list.openable).toEqual([{ code: 'XM-01', name: item.name, takesAmount: true }])
    const other = { ...(seer as object), actor: person('head@V1'), names: new Map() } as never
    expect(presentWorkCases(place(), [caseRow(state)], null, other).items[0]).toMatchObject({ claimedBy: '', mine: false }) // prettier-ignore
    expect(presentWorkCases(place(), [caseRow(unclaimed(opened()))], null, seer).items[0]).toMatchObject({ claimedBy: null, mine: false }) // prettier-ignore
    const openable = (more: Partial<PowerListRow>, who: unknown = seer) =>
      presentWorkCases(place(more), [], null, who as never).openable
    expect(openable({ off: [{ code: 'XM-01', reason: '没有' }] })).toEqual([])
    expect(openable({ off: [{ code: 'XM-02', reason: '没有' }] })).toHaveLength(1)
    expect(openable({ items: [{ ...item, inForce: '2026-03-21' }] })).toEqual([])
    expect(openable({}, { ...(seer as object), actor: person('villager@V1') })).toEqual([])
  })

  const page = (state: CaseState, more: object = {}, row: Partial<PowerCaseRow> = {}) =>
    presentWorkCasePage({ row: caseRow(state, row), org: VILLAGE }, {
      ...(seer as object),
      events: [],
      people: [],
      alarm: null,
      ...more,
    } as never)

  test('its page for staff names who did what, with papers and ballots', () => {
    const state = finished(opened(), '2026-03-03')
    const event = { kind: 'claim', stepName: '立项', byName: '王主任', reason: '因故', at: NOW, by: 'usr_d' }
    const shown = page(state, { events: [event] })
    expect(shown).toMatchObject({
      version: 3,
      payee: '某公司',
      org: refOf(VILLAGE),
      item,
      alarm: null,
      duties: [],
    })
    const { finished: done } = state.visits[0]!
    expect(shown.steps[0]).toMatchObject({
      by: '王主任',
      papers: done!.papers,
      files: [],
      ballots: done!.ballots,
      amountFen: done!.amountFen,
    })
    expect(page(state, { names: new Map() }).steps[0]?.by).toBe('')
    expect(shown.events).toEqual([
      {
        label: expect.stringMatching(/[一-龥]/),
        stepName: '立项',
        by: '王主任',
        reason: '因故',
        at: NOW.toISOString(),
      },
    ])
    expect(shown.whole).not.toBeUndefined()
    expect(shown.progress.done).toHaveLength(1)
  })

  test('says what is to be done next, and who could', () => {
    const people = [
      { id: 'usr_d', name: '王主任' },
      { id: 'usr_z', name: '李' },
    ] as never
    const task = page(opened(), { people }).task!
    const [step] = item.steps
    expect(task).toMatchObject({
      step: step!.id,
      name: step!.name,
      who: expect.stringMatching(/[一-龥]/),
      action: step!.action,
      evidence: step!.evidence,
      amountMissing: false,
      people: [{ id: 'usr_d' }, { id: 'usr_z' }],
    })
    const closed = { ...opened(), closed: { on: '2026-03-09', by: 'x', reason: null } } as CaseState
    expect(page(closed).task).toBeNull()
    const notBy = { ...finished(opened(), '2026-03-03') }
    const second = currentStep(notBy)!
    const strict = { ...notBy, item: { ...item, steps: item.steps.map(one => one.id === second.id ? { ...one, notBy: [step!.id] } : one) } } // prettier-ignore
    expect(page(strict, { people }).task?.people.map(({ id }) => id)).toEqual(['usr_z'])
  })

  test('an amount is missing where the way or the vote depends on it', () => {
    const voting = { ...item.steps.find(({ vote }) => vote)!, id: 'v' }
    const amountWay = item.steps.find(({ next }) => next.some(({ when }) => when.kind === 'amount'))!
    const at = (step: typeof voting, steps = [step], amountFen: number | null = null) =>
      page({ ...opened(), amountFen, item: { ...item, steps }, visits: [{ ...opened().visits[0]!, step: step.id }] }).task! // prettier-ignore
    expect(at(amountWay).amountMissing).toBe(true)
    expect(at(amountWay, [amountWay], 5).amountMissing).toBe(false)
    expect(at(voting, [voting, amountWay]).amountMissing).toBe(true)
    const plain = { ...item.steps[0]!, vote: null, next: [] }
    expect(at(plain, [plain, amountWay]).amountMissing).toBe(false)
    expect(at(voting, [voting, amountWay]).vote).toMatch(/[一-龥]/)
    expect(at(voting, [voting, amountWay]).results).toEqual([])
    expect(at(plain).vote).toBeNull()
  })

  test('offers what state and role allow', () => {
    const mine = opened()
    const run = unclaimed(mine)
    const as = (state: CaseState, status = state.status, actor = head) => page({ ...state, status }, { actor }).abilities // prettier-ignore
    expect(as(run)).toEqual(['claim', 'cancel'])
    expect(as(mine)).toEqual(['hand-over', 'finish', 'amount', 'pause', 'cancel'])
    expect(as(mine, 'paused')).toEqual(['hand-over', 'resume', 'cancel'])
    expect(as(run, 'paused')).toEqual(['resume', 'cancel'])
    expect(as(mine, 'stopped')).toEqual(['cancel'])
    expect(as(mine, 'finished')).toEqual([])
    expect(as(mine, 'cancelled')).toEqual([])
    const supervisor = person('supervisor@V1')
    expect(as(run, 'running', supervisor)).toEqual(['remark', 'stop'])
    expect(as(run, 'paused', supervisor)).toEqual(['remark', 'stop'])
    expect(as(run, 'stopped', supervisor)).toEqual(['remark', 'lift'])
    const cheap = { ...mine, amountFen: null, item: { ...item, steps: [{ ...item.steps[0]!, next: [] }] } }
    expect(as(cheap)).toEqual(['hand-over', 'finish', 'pause', 'cancel'])
    const voting = item.steps.find(({ vote }) => vote)!
    const vote = { ...mine, visits: [{ ...mine.visits[0]!, step: voting.id }] }
    expect(as(vote)).toContain('vote')
    expect(as(vote)).not.toContain('finish')
  })

  test('what a finished step has to disclose, with the notice that was drafted', () => {
    const [first, ...rest] = item.steps
    const disclosing = { ...first!, disclosure: item.steps.find(({ disclosure }) => disclosure)!.disclosure }
    const state = { ...finished(opened(), '2026-03-03'), item: { ...item, steps: [disclosing, ...rest] } }
    const [duty] = page(state).duties
    expect(duty).toMatchObject({
      stepName: first!.name,
      what: disclosing.disclosure!.what,
      noticeId: null,
      linked: false,
    })
    const drafts = [
      { visit: 9, noticeId: 'no', linked: true },
      { visit: 0, noticeId: 'ntc_9', linked: true },
    ]
    expect(page(state, {}, { drafts }).duties[0]).toMatchObject({ noticeId: 'ntc_9', linked: true })
  })
})

describe('the list', () => {
  const added = { ...coreItem('XM-01'), code: 'ZZ-01', name: '自己的', totalLimit: null }
  const changed = { code: 'XM-01', reason: '会议改了', model: { ...item, summary: '别的' } }

  test('stands class by class, what is off with the reason, what differs with why', () => {
    const two = place({
      items: [added, item],
      off: [{ code: 'ZZ-01', reason: '暂不办' }],
      taken: { differences: [changed, { code: 'ZZ-01', reason: '村里加的', model: null }] } as never,
    })
    const list = presentPowers(two)
    expect(list).toMatchObject({
      org: refOf(VILLAGE),
      version: 2,
      adopted: { meeting: '村民代表会议', on: '2026-01-05' },
      inForce: '2026-01-06',
      model: { name: '东街街道示范清单', version: 5 },
    })
    const by = Object.fromEntries(list.items.map(one => [one.code, one]))
    expect(by['ZZ-01']).toMatchObject({
      name: '自己的',
      off: '暂不办',
      relation: 'added',
      why: '村里加的',
      total: '',
    })
    expect(by['XM-01']).toEqual({
      code: 'XM-01',
      name: item.name,
      class: item.class,
      classLabel: expect.stringMatching(/[一-龥]/),
      nature: item.nature,
      natureLabel: expect.stringMatching(/[一-龥]/),
      summary: item.summary,
      body: item.responsible.body,
      total: expect.any(String),
      off: null,
      relation: 'adapted',
      why: '会议改了',
    })
    expect(presentPowers(place()).items[0]).toMatchObject({ relation: 'adopted', why: null })
    const late = coreItem('XM-01')
    const classes = presentPowers(place({ items: [{ ...late, code: 'B', class: 'x-unknown' }, item] }))
    expect(classes.items.map(({ code }) => code)).toEqual(['B', 'XM-01'])
    const bare = { ...place(), basis: { street: null, version: 1 } }
    expect(presentPowers(bare).model).toEqual({ name: '参考清单', version: 1 })
    const odd = presentPowers(place({ items: [{ ...item, nature: 'x' as never }] }))
    expect(odd.items[0]?.natureLabel).toBe('')
  })

  test('one item whole, with whom to call and where it differs', () => {
    const own = presentPower(item, place({ taken: { differences: [changed] } as never }))
    expect(own.differences.length).toBeGreaterThan(0)
    expect(own).toMatchObject({
      item,
      responsible: expect.stringMatching(/[一-龥]/),
      contacts: [{ name: '王主任', duty: '村委会主任', phone: '029-8100 0002' }],
    })
    expect(own.ref).toEqual(presentPowers(place({ taken: { differences: [changed] } as never })).items[0])
    expect(presentPower(item, place()).differences).toEqual([])
    expect(presentPower(item, place({ taken: { differences: [{ ...changed, model: null }] } as never })).differences).toEqual([]) // prettier-ignore
  })

  const model: PowerModel = {
    street: STREET,
    version: 6,
    items: [item, added],
    off: [{ code: 'ZZ-01', reason: '街道停用' }],
    adopted: null,
    inForce: '2026-02-01',
  }

  test('what the model has changed since, to be decided by who keeps the list', () => {
    const none = presentComparison(place(), model, head)
    expect(none).toMatchObject({
      now: { name: '东街街道示范清单', version: 6, inForce: '2026-02-01' },
      changes: [],
      mayKeep: true,
    })
    expect(presentComparison(place(), model, person('street-clerk@ST1')).mayKeep).toBe(false)
    const taken = { version: 5, street: 'ST1', differences: [], items: [item], codes: ['XM-01'] } as never
    const { changes } = presentComparison(place({ taken }), model, head)
    for (const change of changes) {
      expect(change.relationLabel).toMatch(/[一-龥]/)
      expect(change.off).toBe(change.code === 'ZZ-01' ? '街道停用' : null)
    }
  })

  test('a file that was read, beside model and list', () => {
    const read = { count: 2, items: [{ ...item, summary: '改过' }, { ...added, code: 'NEW' }], issues: [{ path: 'a' }] as never } // prettier-ignore
    const shown = presentImport(read, place({ items: [item, added] }), model)
    expect(shown).toMatchObject({ count: 2, faults: [{ path: 'a' }], items: read.items })
    expect(shown.dropped).toEqual([{ code: 'ZZ-01', name: '自己的' }])
    const [first, second] = shown.preview
    expect(first).toMatchObject({
      code: 'XM-01',
      name: item.name,
      relationLabel: expect.stringMatching(/[一-龥]/),
    })
    expect(first?.lines.length).toBeGreaterThan(0)
    expect(second).toMatchObject({ code: 'NEW', lines: [] })
    expect(presentImport({ ...read, items: [item] }, place(), model).preview[0]?.lines).toEqual([])
    const taken = { version: 5, differences: [{ ...changed, model: item }] } as never
    expect(presentImport(read, place({ taken }), model).preview[0]?.reason).toBe('会议改了')
  })
})

describe('the street’s desk', () => {
  const clerk = person('street-clerk@ST1')
  const ballots = { eligible: 30, present: 28, agree: 20, against: 8, abstain: 0 }
  const walked = finished(opened(), '2026-03-03')
  const voted = {
    ...walked,
    visits: walked.visits.map((visit, at) =>
      at === 0
        ? { ...visit, finished: { ...visit.finished!, ballots, result: '通过', papers: ['会议记录'] } }
        : visit,
    ),
  }
  const alarm = {
    _id: 'alm_1',
    cases: [
      caseRow(opened()),
      caseRow({ ...opened(), openedOn: '2026-03-12' }, { _id: 'cas_2', amountFen: null }),
    ],
    answer: null,
    itemCode: 'XM-01',
    thresholdFen: 10_000_000,
    sumFen: 12_000_000,
    same: ['payee'],
    ids: ['cas_1', 'cas_2'],
  } as never as Parameters<typeof presentAlarm>[1]

  test('an alarm lists its cases and is answered once, by the guiding street', () => {
    const shown = presentAlarm(VILLAGE, alarm, clerk)
    expect(shown).toMatchObject({ id: 'alm_1', orgCode: 'V1', orgName: '大王庄', itemName: item.name, answer: null, mayAnswer: true }) // prettier-ignore
    expect(shown.cases).toEqual([
      { id: 'cas_1', title: '村东头修路', payee: '某公司', amountFen: 60_000_00, openedOn: '2026-03-02', statusLabel: expect.stringMatching(/[一-龥]/) }, // prettier-ignore
      expect.objectContaining({ id: 'cas_2', amountFen: 0, openedOn: '2026-03-12' }),
    ])
    expect(presentAlarm(VILLAGE, alarm, head).mayAnswer).toBe(false)
    const answer = { outcome: 'x', text: '核实过', byName: '李', at: NOW }
    expect(presentAlarm(VILLAGE, { ...alarm, answer: answer as never }, clerk)).toMatchObject({
      answer: { outcomeLabel: '', text: '核实过', by: '李', at: NOW.toISOString() },
      mayAnswer: false,
    })
    expect(presentAlarm(VILLAGE, { ...alarm, cases: [] }, clerk).itemName).toBe('')
  })

  test('late steps, meetings, stops, remarks: each with its village and matter', () => {
    const slow = opened()
    const stopped = {
      ...opened(),
      pauses: [
        { kind: 'stop', from: '2026-03-05', to: null, by: 'x', reason: '程序不对' },
        { kind: 'pause', from: '2026-03-04', to: '2026-03-05', by: 'x', reason: '下雨' },
        { kind: 'stop', from: '2026-03-07', to: '2026-03-08', by: 'x', reason: '又停' },
      ],
      remarks: [{ on: '2026-03-06', by: 's', step: item.steps[0]!.id, text: '请补材料' }, { on: '2026-03-09', by: 's', step: 'gone', text: '后来的' }], // prettier-ignore
    } as CaseState
    const rows = [caseRow(slow), caseRow(stopped, { _id: 'cas_s' }), caseRow(voted, { _id: 'cas_v' })]
    const desk = presentPowerDesk(
      { org: STREET, villages: [{ org: VILLAGE, rows, alarms: [alarm] }], names } as never,
      clerk,
      '2026-12-01',
    )
    expect(desk).toMatchObject({
      org: refOf(STREET),
      today: '2026-12-01',
      alarms: [presentAlarm(VILLAGE, alarm, clerk)],
    })
    expect(desk.rule.words).toContain('同一事项')
    const base = { orgName: '大王庄', itemName: item.name, about: '村东头修路' }
    const late = desk.late.find(({ id }) => id === 'cas_1')
    if (late) expect(late).toMatchObject({ ...base, stepName: item.steps[0]!.name, claimedBy: '王主任' })
    expect(desk.villages[0]).toMatchObject({ code: 'V1', name: '大王庄', late: desk.late.filter(({ clock }) => clock.light === 'red').length }) // prettier-ignore
    expect(desk.villages[0]?.counts.find(({ status }) => status === 'running')?.n).toBe(3)
    expect(desk.villages[0]?.counts.find(({ status }) => status === 'cancelled')).toMatchObject({ n: 0, label: expect.stringMatching(/[一-龥]/) }) // prettier-ignore
    expect(desk.stops).toEqual([
      { id: 'cas_s', ...base, from: '2026-03-07', to: '2026-03-08', reason: '又停' },
      { id: 'cas_s', ...base, from: '2026-03-05', to: null, reason: '程序不对' },
    ])
    expect(desk.remarks).toEqual([
      { id: 'cas_s', ...base, on: '2026-03-09', stepName: 'gone', text: '后来的' },
      { id: 'cas_s', ...base, on: '2026-03-06', stepName: item.steps[0]!.name, text: '请补材料' },
    ])
    expect(desk.meetings).toEqual([
      {
        id: 'cas_v',
        ...base,
        stepName: item.steps[0]!.name,
        on: '2026-03-03',
        count: '应到30人，实到28人；同意20票，反对8票，弃权0票',
        result: '通过',
        papers: ['会议记录'],
      },
    ])
  })
})
