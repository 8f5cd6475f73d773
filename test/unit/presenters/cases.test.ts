import { PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import {
  presentCasePage,
  presentCases,
  presentWorkCasePage,
  presentWorkCases,
} from '../../../server/power/cases/presenters/powerCase'
import { type CaseState, currentStep } from '../../../server/domain/power/case'
import { person } from '../../support/policies/places'
import { NOW, VILLAGE, refOf } from '../../support/presenters/rows'
import { TODAY, caseRow, finished, head, item, names, opened, place } from '../../support/presenters/cases'
import type { PowerCaseRow } from '@server/power/cases/models/powerCases'
import type { PowerListRow } from '@server/power/lists/models/powerLists'

/** Cases of the micro-powers. */

/** The opener holds the first step; so nobody does. */
const unclaimed = (state: CaseState): CaseState => ({
  ...state,
  visits: state.visits.map(visit => ({ ...visit, claimedBy: null })),
})

const seer = { actor: head, names, today: TODAY, holidays: PUBLISHED_HOLIDAYS } as never as Parameters<
  typeof presentWorkCases
>[3]

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

  test('the amounts of a collective matter are public, first to newest; those of a service are not', () => {
    const pageOf = (state: CaseState) => presentCasePage({ row: caseRow(state), org: VILLAGE }, [])
    const collective = { ...opened(), item: { ...item, nature: 'collective' as const } }
    expect(pageOf(collective).amounts).toEqual(['60,000.00'])
    const [first, ...rest] = finished(collective, '2026-03-03').visits
    const changed = { ...collective, visits: [first!, ...rest], amountFen: 55_000_00 }
    expect(pageOf(changed).amounts).toEqual(['60,000.00', '55,000.00'])
    expect(pageOf({ ...changed, item: { ...item, nature: 'service' } }).amounts).toEqual([])
  })

  test('a stopped matter says since when, not by whom or why', () => {
    const stop = { kind: 'stop' as const, from: '2026-03-04', to: null, by: 'usr_s', reason: '请先说明' }
    const page = presentCasePage({ row: caseRow({ ...opened(), status: 'stopped', pauses: [stop] }), org: VILLAGE }, []) // prettier-ignore
    expect(page.stoppedOn).toBe('2026-03-04')
    expect(JSON.stringify(page)).not.toMatch(/usr_s|请先说明/)
    expect(presentCasePage({ row: caseRow(opened()), org: VILLAGE }, []).stoppedOn).toBeNull()
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
      obligations: new Map(),
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
      obligations: [],
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
    const [obligation] = page(state).obligations
    expect(obligation).toMatchObject({
      stepName: first!.name,
      what: disclosing.disclosure!.what,
      noticeId: null,
      todo: null,
    })
    const drafts = [
      { visit: 9, noticeId: 'no', linked: true },
      { visit: 0, noticeId: 'ntc_9', linked: true },
    ]
    expect(page(state, {}, { drafts }).obligations[0]).toMatchObject({ noticeId: 'ntc_9', todo: null })

    const todo = (draft: object, open: object[] = []) => {
      const obligations = new Map(open.map(row => [0, row]))
      const one = { visit: 0, noticeId: null, linked: true, ...draft }
      return page(state, { obligations }, { drafts: [one] }).obligations[0]!.todo
    }
    const name = disclosing.disclosure!.path.at(-1)!
    const missing = { why: [expect.stringContaining(`没有“${name}”`)], next: { kind: 'adopt' } }
    expect(todo({ linked: false })).toEqual(missing)
    expect(todo({ itemKey: 'k', why: ['x'] }, [{ itemId: 'itm_1', lacksItem: true }])).toEqual(missing)
    expect(todo({ itemKey: 'k', why: ['x'] }, [{ itemId: 'itm_1' }])).toEqual({
      why: ['x'],
      next: { kind: 'write', itemId: 'itm_1', period: '2026-03-03' },
    })
    expect(todo({ itemKey: 'k', why: ['x'] })).toBeNull()
    // Stored before the reason was kept: only a notice of the same day kept it from being drafted.
    expect(todo({})).toEqual({ why: [expect.stringContaining('当天已经有')], next: null })
  })
})
