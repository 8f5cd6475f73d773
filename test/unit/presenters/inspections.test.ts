import { MATRIX_CODES } from '../../../server/disclosure/obligations/presenters/matrix'
import {
  inspectionRows,
  presentInspection,
  presentInspectionList,
} from '../../../server/oversight/inspections/presenters/inspection'
import { person } from '../../support/policies/places'
import { NOW, STREET, refOf } from '../../support/presenters/rows'

/** Spot checks 抽查. */

const head = person('head@V1')

const clerk = person('street-clerk@ST1')

const letter = Object.fromEntries(MATRIX_CODES.map(({ state, code }) => [state ?? 'blank', code])) as Record<
  string,
  string
>

describe('a spot check 抽查', () => {
  const cell = {
    village: 'V1',
    villageName: '大王庄',
    itemKey: 'k1',
    name: '耕地',
    area: '补贴',
    month: '2026-03',
    code: letter['overdue']!,
    result: 'agrees',
    note: '贴在村口',
    byName: '李',
    at: new Date('2026-06-14T16:00:00Z'),
  }
  const blank = { ...cell, code: '.', result: null, note: null, byName: null, at: null }
  const sheet = {
    _id: 'ins_1',
    orgCode: 'ST1',
    year: 2026,
    fromMonth: 1,
    toMonth: 6,
    seed: '摇号',
    frame: 500,
    frameSha256: 'abc',
    cells: [cell, blank],
    byName: '赵',
    at: NOW,
    version: 2,
  } as never as Parameters<typeof presentInspection>[0]['sheet']
  const headOf = {
    id: 'ins_1',
    year: 2026,
    fromMonth: 1,
    toMonth: 6,
    seed: '摇号',
    frame: 500,
    frameSha256: 'abc',
    size: 2,
    looked: 1,
    by: '赵',
    at: NOW.toISOString(),
  }

  test('says how it was drawn, what was seen and what is still to be seen', () => {
    const shown = presentInspection({ sheet, org: STREET }, clerk)
    expect(shown).toMatchObject({ ...headOf, org: refOf(STREET), version: 2, mayRecord: true })
    expect(shown.results.map(({ result }) => result)).toEqual(['agrees', 'differs', 'absent', 'unclear'])
    expect(shown.results[0]?.label).toBe('看过，与登记一致')
    expect(shown.cells).toEqual([
      {
        index: 1,
        village: 'V1',
        villageName: '大王庄',
        itemKey: 'k1',
        name: '耕地',
        area: '补贴',
        month: '2026-03',
        code: letter['overdue'],
        stateLabel: '已过期',
        result: 'agrees',
        resultLabel: '看过，与登记一致',
        note: '贴在村口',
        by: '李',
        at: '2026-06-14T16:00:00.000Z',
      },
      expect.objectContaining({
        index: 2,
        stateLabel: '没有要公开的',
        result: null,
        resultLabel: null,
        at: null,
      }),
    ])
    expect(presentInspection({ sheet, org: STREET }, head).mayRecord).toBe(false)
    expect(presentInspectionList([sheet], STREET, clerk)).toEqual({ items: [headOf], mayDraw: true })
    expect(presentInspectionList([], STREET, head)).toEqual({ items: [], mayDraw: false })
  })

  test('is printed whole, to be taken along, days and numbers as such', () => {
    const day = { text: '2026年6月15日', day: '2026-06-15' }
    expect(inspectionRows(presentInspection({ sheet, org: STREET }, clerk))).toEqual([
      ['东街街道 2026年1月至6月公开抽查表'],
      ['抽取办法', '种子“摇号”，从 500 格里抽 2 格，清单指纹 abc'],
      ['抽取人', '赵', day],
      ['序号', '村（社区）', '领域', '事项', '月份', '登记的情况', '抽查结果', '说明', '抽查人', '日期'],
      [
        { text: '1', number: 1, format: '#,##0' },
        '大王庄',
        '补贴',
        '耕地',
        '2026-03',
        '已过期',
        '看过，与登记一致',
        '贴在村口',
        '李',
        day,
      ],
      [
        { text: '2', number: 2, format: '#,##0' },
        '大王庄',
        '补贴',
        '耕地',
        '2026-03',
        '没有要公开的',
        '',
        '',
        '',
        '',
      ],
    ])
  })
})
