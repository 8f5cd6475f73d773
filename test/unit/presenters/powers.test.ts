import { PUBLISHED_HOLIDAYS as holidays } from '@server/domain/deadline'
import { presentAlarm, presentSplitAlarms } from '../../../server/power/cases/presenters/splitAlarm'
import {
  presentComparison,
  presentImport,
  presentPower,
  presentPowers,
} from '../../../server/power/lists/presenters/powerList'
import { type CaseState } from '../../../server/domain/power/case'
import type { PowerModel } from '../../../server/power/lists/queries/powerLists'
import { coreItem } from '../../support/power/core'
import { person } from '../../support/policies/places'
import { NOW, STREET, VILLAGE, refOf } from '../../support/presenters/rows'
import { caseRow, finished, head, item, names, opened, place } from '../../support/presenters/cases'

/** Lists of micro-powers and the desk of the street. */

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
    expect(list.absent).toEqual([])
    const gone = (code: string, reason: string | null) => ({ code, model: coreItem(code), reason })
    const fewer = { version: 5, differences: [changed, gone('ZC-05', null), gone('JC-04', '本村不筹劳')] }
    expect(presentPowers(place({ taken: fewer })).absent).toEqual([
      { code: 'JC-04', name: coreItem('JC-04').name, why: '本村不筹劳' },
      { code: 'ZC-05', name: coreItem('ZC-05').name, why: null },
    ])
    expect(presentPowers(place({ taken: null })).absent).toEqual([])
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
      contacts: [{ name: '王主任', jobTitle: '村委会主任', phone: '029-8100 0002' }],
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
    expect(shown.absent).toEqual([{ code: 'ZZ-01', name: '自己的', why: null }])
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
    const desk = presentSplitAlarms(
      { org: STREET, villages: [{ org: VILLAGE, rows, alarms: [alarm] }], names, holidays } as never,
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
