import ExcelJS from 'exceljs'
import { cellTextOf } from '@server/documents/xlsx/cells'
import { writeXlsx } from '@server/documents/xlsx/writeXlsx'
import {
  MATRIX_CODES,
  coverageRows,
  matrixRows,
  presentCoverage,
  presentMatrix,
  presentMatrixCell,
  presentToday,
} from '../../../server/disclosure/obligations/presenters/matrix'
import {
  presentConditions,
  presentObligation,
  presentObligationList,
  presentEvent,
} from '../../../server/disclosure/obligations/presenters/obligation'
import { TRIGGER_LABELS } from '@shared/facts/disclosure/triggerEvents'
import { nameOf } from '../../../server/domain/itemName'
import { planOf, triggersOf } from '../../../server/domain/obligation'
import { VILLAGE_CONDITIONS } from '@shared/facts/disclosure/obligationRules'
import { person } from '../../support/policies/places'
import { NOW, SISTER, STREET, VILLAGE, itemRow, refOf } from '../../support/presenters/rows'
import type { ObligationRow } from '@server/disclosure/obligations/models/obligations'

/** Obligations and the matrix of a street. */

const TODAY = '2026-06-15'

const head = person('head@V1')

const clerk = person('street-clerk@ST1')

const obligationRow = (more: Partial<ObligationRow> = {}): ObligationRow =>
  ({
    _id: 'dty_1',
    orgCode: 'V1',
    path: VILLAGE.path,
    itemId: 'itm_1',
    itemKey: 'key_1',
    area: '涉农补贴',
    name: '耕地地力保护',
    category: 'subsidy',
    causeKind: 'period',
    causeKey: 'period:2026Q1',
    causeLabel: '2026年第一季度',
    period: '2026Q1',
    eventOn: null,
    eventId: null,
    deadline: '每季度',
    dueOn: '2026-06-20',
    words: '每季度公开',
    skipped: ['2026-06-13'],
    basis: null,
    status: 'open',
    doneOn: null,
    noticeId: null,
    reason: null,
    byRule: false,
    reminders: [],
    version: 1,
    ...more,
  }) as unknown as ObligationRow

const letter = Object.fromEntries(MATRIX_CODES.map(({ state, code }) => [state ?? 'blank', code])) as Record<
  string,
  string
>

const row = (...states: string[]) =>
  states
    .map(state => letter[state])
    .join('')
    .padEnd(12, '.')

describe('a duty', () => {
  const shown = (more: Partial<ObligationRow>, actor = head) =>
    presentObligation(obligationRow(more), VILLAGE, actor, TODAY)

  test('stands with its day, its words and what is left of the time', () => {
    expect(shown({ dueOn: '2026-07-15' })).toEqual({
      id: 'dty_1',
      orgCode: 'V1',
      orgName: '大王庄',
      itemId: 'itm_1',
      itemKey: 'key_1',
      area: '涉农补贴',
      name: '耕地地力保护',
      category: 'subsidy',
      causeKind: 'period',
      causeLabel: '2026年第一季度',
      period: '2026Q1',
      eventOn: null,
      deadline: '每季度',
      dueOn: '2026-07-15',
      words: '每季度公开',
      skipped: ['2026-06-13'],
      basis: null,
      state: 'running',
      stateLabel: '办理中',
      daysLeft: 30,
      doneOn: null,
      noticeId: null,
      reason: null,
      reminders: [],
      version: 1,
      abilities: ['write', 'not-applicable'],
    })
  })

  test('is called done where it had no day to keep', () => {
    expect(shown({ status: 'done' }).stateLabel).toBe('按时公开')
    expect(shown({ status: 'done', dueOn: null })).toMatchObject({ stateLabel: '已公开', daysLeft: null })
    expect(shown({ dueOn: null }).stateLabel).toBe('办理中')
    expect(shown({ dueOn: '2026-06-14' })).toMatchObject({ state: 'overdue', daysLeft: -1 })
  })

  test('is written by the village, excused by the head, reminded of by the street, restored by who excused', () => {
    expect(shown({ category: 'general' }).abilities).toEqual(['write', 'not-applicable'])
    expect(shown({}, person('editor@V1')).abilities).toEqual(['write'])
    expect(shown({}, clerk).abilities).toEqual(['not-applicable', 'remind'])
    expect(shown({ status: 'unresolved' }).abilities).toEqual(['write', 'not-applicable'])
    expect(shown({ status: 'done' }).abilities).toEqual([])
    expect(shown({ status: 'not-applicable' }).abilities).toEqual(['restore'])
    expect(shown({ status: 'not-applicable' }, person('editor@V1')).abilities).toEqual([])
    expect(shown({ status: 'not-applicable', byRule: true }).abilities).toEqual([])
    expect(shown({}, person('supervisor@V1')).abilities).toEqual([])
  })

  test('its list tells counts, what waits for an event, and who may record one', () => {
    const plan = planOf({ deadline: itemRow().deadline, government: false, conditions: [] })
    const page = {
      org: VILLAGE,
      rows: [obligationRow()],
      nextCursor: 'c',
      counts: { overdue: 1, dueSoon: 2, running: 3, unresolved: 4 },
      waiting: [
        { item: itemRow(), since: '2026-01-01', plan },
        { item: itemRow({ deadline: null }), since: '2026-01-01', plan },
      ],
    } as never
    expect(presentObligationList(page, head, TODAY)).toEqual({
      today: TODAY,
      items: [presentObligation(obligationRow(), VILLAGE, head, TODAY)],
      nextCursor: 'c',
      counts: { overdue: 1, dueSoon: 2, running: 3, unresolved: 4 },
      waiting: [
        {
          itemId: 'itm_1',
          name: nameOf(itemRow()),
          area: '涉农补贴',
          deadline: '信息形成或者变更之日起20个工作日内',
          events: triggersOf(plan).map(kind => ({ kind, label: TRIGGER_LABELS[kind] })),
        },
        expect.objectContaining({ deadline: '' }),
      ],
      conditions: presentConditions(VILLAGE),
      mayRecord: true,
    })
    expect(presentObligationList(page, person('supervisor@V1'), TODAY).mayRecord).toBe(false)
  })

  test('an event is taken back once, by who may', () => {
    const row = {
      _id: 'evt_1',
      orgCode: 'V1',
      kind: 'paid',
      on: '2026-06-01',
      amountFen: 100,
      itemNames: ['耕地'],
      itemKeys: ['key_1'],
      by: 'usr_1',
      byName: '王',
      at: NOW,
      retracted: null,
    } as never as Parameters<typeof presentEvent>[0]
    expect(presentEvent(row, VILLAGE, head)).toEqual({
      id: 'evt_1',
      orgCode: 'V1',
      kind: 'paid',
      label: expect.stringMatching(/^[一-龥]+/),
      on: '2026-06-01',
      amountFen: 100,
      itemNames: ['耕地'],
      by: '王',
      at: NOW.toISOString(),
      retracted: null,
      mayRetract: true,
    })
    expect(presentEvent(row, VILLAGE, person('supervisor@V1')).mayRetract).toBe(false)
    const back = { ...row, retracted: { byName: '李', reason: '写错', at: NOW } }
    expect(presentEvent(back, VILLAGE, head)).toMatchObject({
      retracted: { by: '李', reason: '写错', at: NOW.toISOString() },
      mayRetract: false,
    })
  })

  test('what a village says of itself; a street says nothing', () => {
    const [first] = VILLAGE_CONDITIONS
    const told = presentConditions({ ...VILLAGE, conditions: [first!.name] })
    expect(told.map(({ name, label, holds }) => [name, label, holds])).toEqual(
      VILLAGE_CONDITIONS.map(({ name, label }) => [name, label, name === first!.name]),
    )
    expect(presentConditions(VILLAGE).every(({ holds }) => !holds)).toBe(true)
    expect(presentConditions(STREET)).toEqual([])
  })
})

describe('the matrix', () => {
  const items = [
    {
      key: 'k1',
      itemId: 'i1',
      area: '补贴',
      name: '耕地',
      category: 'subsidy',
      deadline: '每季度',
      own: false,
    },
    { key: 'k2', itemId: 'i2', area: '补贴', name: '良种', category: 'general', deadline: null, own: true },
    { key: 'k3', itemId: 'i3', area: '养老', name: '津贴', category: 'general', deadline: null, own: false },
  ]
  const ground = {
    org: STREET,
    year: 2026,
    today: TODAY,
    items,
    villages: [
      {
        org: VILLAGE,
        rows: [
          row('overdue', 'done-on-time', 'done-late', 'due-soon'),
          row('not-applicable', 'not-yet-triggered'),
          row('unresolved-rule'),
        ],
      },
      { org: SISTER, rows: [row('done-late', 'done-late'), row(), row('overdue', 'overdue', 'running')] },
    ],
  } as never as Parameters<typeof presentMatrix>[0]

  test('has a letter with name and sign for each state, and one for nothing', () => {
    expect(new Set(MATRIX_CODES.map(({ code }) => code)).size).toBe(10)
    expect(MATRIX_CODES.at(-1)).toMatchObject({ code: '.', state: null, label: '没有要公开的' })
    expect(MATRIX_CODES.find(({ state }) => state === 'overdue')).toMatchObject({
      label: '已过期',
      sign: '✕',
    })
  })

  test('has a row of letters for each item of each village', () => {
    const desk = presentMatrix(ground)
    expect(desk).toMatchObject({ org: refOf(STREET), year: 2026, today: TODAY, items })
    expect(desk.codes).toEqual(MATRIX_CODES)
    expect(desk.villages).toEqual([
      { code: 'V1', name: '大王庄', rows: ground.villages[0]?.rows },
      { code: 'V2', name: '小李村', rows: ground.villages[1]?.rows },
    ])
    const extra = [{ ...items[0], secret: 1 }] as never
    expect(JSON.stringify(presentMatrix({ ...ground, items: extra }).items)).not.toContain('secret')
  })

  test('a cell shows its obligations by name', () => {
    const cell = presentMatrixCell(
      { village: VILLAGE, month: '2026-06', obligations: [obligationRow()], notAdopted: null },
      head,
      TODAY,
    )
    expect(cell).toEqual({
      village: refOf(VILLAGE),
      name: '耕地地力保护',
      month: '2026-06',
      obligations: [presentObligation(obligationRow(), VILLAGE, head, TODAY)],
      notAdopted: null,
    })
    const notAdopted = { name: '养老服务', from: 6, reason: '村里没有' }
    expect(presentMatrixCell({ village: VILLAGE, month: '2026-06', obligations: [], notAdopted }, head, TODAY)).toMatchObject({ name: '养老服务', notAdopted: { reason: '村里没有' } }) // prettier-ignore
  })

  test('coverage: what obliges, what of it is disclosed, what is over its day', () => {
    const coverage = presentCoverage(ground)
    expect(coverage.total).toEqual({ items: 4, disclosed: 2, overdue: 2 })
    expect(coverage.areas).toEqual([
      { area: '补贴', items: 2, disclosed: 2, overdue: 1, missing: [{ itemId: 'i1', name: '耕地' }] },
      { area: '养老', items: 2, disclosed: 0, overdue: 1, missing: [{ itemId: 'i3', name: '津贴' }] },
    ])
    expect(coverage.villages).toEqual([
      { code: 'V1', name: '大王庄', items: 2, disclosed: 1, overdue: 1 },
      { code: 'V2', name: '小李村', items: 2, disclosed: 1, overdue: 1 },
    ])
    expect(presentCoverage({ ...ground, org: VILLAGE, villages: [ground.villages[0]!] }).villages).toEqual([])
    const HEAD = ['应公开事项', '已公开', '有过期的', '已公开占比']
    expect(coverageRows(coverage).map(row => row.map(cellTextOf))).toEqual([
      ['东街街道 2026年公开覆盖'],
      ['截至', '2026年6月15日'],
      [],
      ['领域', ...HEAD, '有过期的事项'],
      ['补贴', '2', '2', '1', '100%', '耕地'],
      ['养老', '2', '0', '1', '0%', '津贴'],
      ['合计', '4', '2', '2', '50%'],
      [],
      ['村（社区）', ...HEAD],
      ['大王庄', '2', '1', '1', '50%'],
      ['小李村', '2', '1', '1', '50%'],
      ['合计', '4', '2', '2', '50%'],
    ])
    const nothing = { items: 0, disclosed: 0, overdue: 0 }
    const bare = coverageRows({ ...coverage, total: nothing, areas: [{ area: 'a', ...nothing, missing: [{ itemId: '1', name: '甲' }, { itemId: '2', name: '乙' }] }], villages: [] }) // prettier-ignore
    expect(bare.slice(3).map(row => row.map(cellTextOf))).toEqual([
      ['领域', ...HEAD, '有过期的事项'],
      ['a', '0', '0', '0', '', '甲；乙'],
      ['合计', '0', '0', '0', ''],
    ])
    const third = { items: 3, disclosed: 2, overdue: 0 }
    expect(coverageRows({ ...coverage, total: third }).at(-1)?.[4]).toMatchObject({
      text: '67%',
      number: 0.67,
    })
  })

  test('the workbook of the coverage has days, figures and sums that a spreadsheet goes on with', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await writeXlsx('公开覆盖', coverageRows(presentCoverage(ground)))) as never)
    const sheet = book.worksheets[0]!
    const values = (row: number) => [2, 3, 4].map(at => sheet.getCell(row, at).value)
    expect(sheet.getCell('B2').value).toEqual(new Date('2026-06-15T00:00:00Z'))
    expect(values(5)).toEqual([2, 2, 1])
    expect(values(7)).toEqual([
      { formula: 'SUM(B5:B6)', result: 4 },
      { formula: 'SUM(C5:C6)', result: 2 },
      { formula: 'SUM(D5:D6)', result: 2 },
    ])
    expect(values(12)[0]).toEqual({ formula: 'SUM(B10:B11)', result: 4 })
    expect(sheet.getCell('E7').value).toBe(0.5)
  })

  test('as a sheet: a line for each item of which something is to be said', () => {
    const rows = matrixRows(ground)
    expect(rows.slice(0, 3)).toEqual([
      ['东街街道 2026年公开情况'],
      ['截至', { text: '2026年6月15日', day: '2026-06-15' }],
      ['村（社区）', '领域', '事项', '公开时限', '1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'], // prettier-ignore
    ])
    expect(rows.slice(3).map(line => line.slice(0, 6))).toEqual([
      ['大王庄', '补贴', '耕地', '每季度', '已过期', '按时公开'],
      ['大王庄', '补贴', '良种', '', '不适用', '还没有起算'],
      ['大王庄', '养老', '津贴', '', '时限不明', ''],
      ['小李村', '补贴', '耕地', '每季度', '晚公开', '晚公开'],
      ['小李村', '养老', '津贴', '', '已过期', '已过期'],
    ])
    expect(rows.slice(3).every(line => line.length === 16)).toBe(true)
  })

  test('today: what is due, late, missing and different, each with its place, and how many of each there are', () => {
    const finding = {
      orgCode: 'V1',
      streetCode: 'ST1',
      state: 'open',
      period: '2026Q1',
      updatedAt: NOW,
      _id: 'f1',
    }
    const counts = { due: 21, late: 1, missing: 1, different: 1 }
    const today = presentToday(
      {
        org: STREET,
        due: [obligationRow({ _id: 'd1' }), obligationRow({ _id: 'd2' })],
        late: [obligationRow({ orgCode: 'gone' })],
        missing: [obligationRow()],
        different: { rows: [finding], orgs: new Map([['V1', VILLAGE]]), nextCursor: null },
        counts,
        orgs: new Map([['V1', VILLAGE]]),
      } as never,
      clerk,
      TODAY,
    )
    expect(today).toMatchObject({ org: refOf(STREET), today: TODAY, late: [], counts })
    expect(today.due.map(({ id }) => id)).toEqual(['d1', 'd2'])
    expect(today.missing).toEqual([presentObligation(obligationRow(), VILLAGE, clerk, TODAY)])
    expect(today.discrepancies.map(({ id }) => id)).toEqual(['f1'])
  })
})
