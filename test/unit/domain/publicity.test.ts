import { OTHERS, foldContent, hasNames } from '@shared/presentation/fold'
import { actDueOn, endOfDay, publicityOf, retentionOf } from '@server/domain/publicity'
import { PUBLISHED_HOLIDAYS } from '@server/domain/deadline'
import { FIELD_POLICY } from '@shared/facts/disclosure/fieldPolicy'
import type { NoticeContent } from '@shared/contract/disclosure/notice'

/** How long a notice is posted, and what it still says afterwards. */

describe('the publicity period 公示期', () => {
  const of = (deadline: string | null, path: string[] = ['村级财务'], on = '2026-03-02') =>
    publicityOf({ path, deadline }, on, PUBLISHED_HOLIDAYS)

  test('is at least five days, the day of publication not counted; one that ends on a rest day ends on the next working day', () => {
    expect(of(null)).toEqual({
      startsOn: '2026-03-03',
      endsOn: '2026-03-09',
      endsAt: '2026-03-09T16:00:00.000Z',
      days: 5,
      unit: 'calendar-day',
      basis: expect.stringContaining('五日'),
    })
    expect(of(null, ['村级财务'], '2026-03-03')).toMatchObject({
      startsOn: '2026-03-04',
      endsOn: '2026-03-09',
    })
  })

  test('is what the item’s own time limit says, unless that is less than the least', () => {
    const deadline = '信息形成之日起20个工作日内公开，公示7个工作日'
    expect(of(deadline)).toMatchObject({
      days: 7,
      unit: 'working-day',
      endsOn: '2026-03-11',
      basis: `目录事项的公开时限：${deadline}`,
    })
    expect(of('信息形成之日起20个工作日内公开，公示3个工作日')).toMatchObject({
      days: 5,
      unit: 'calendar-day',
    })
    expect(of('信息形成之日起20个工作日内公开，公示5个工作日')).toMatchObject({
      days: 5,
      unit: 'working-day',
    })
    expect(of('信息形成之日起20个工作日内公开，公示1个月')).toMatchObject({ days: 5, unit: 'calendar-day' })
    expect(of('每季度公开')).toMatchObject({ days: 5 })
  })

  test('is longer where the kind of matter demands it; the longer word decides', () => {
    expect(of(null, ['社会救助', '最低生活保障'])).toMatchObject({ days: 7, unit: 'working-day' })
    expect(of(null, ['低保'])).toMatchObject({ days: 7, unit: 'working-day' })
    expect(of(null, ['集体资产处置'])).toMatchObject({ days: 15, unit: 'calendar-day' })
    expect(of(null, ['低保', '土地征收'])).toMatchObject({ days: 15 })
    expect(of(null, ['土地征收', '低保'])).toMatchObject({ days: 15 })
    expect(of('公示3个工作日', ['低保'])).toMatchObject({ days: 7 })
  })

  test('an act that is waited for has five working days; beyond the published holidays weekends are computed', () => {
    const due = (on: string) => actDueOn('opinion', on, PUBLISHED_HOLIDAYS)
    expect(due('2026-03-02')).toEqual({ value: '2026-03-09', assumedYears: [] })
    expect(due('2099-03-02')).toEqual({ value: '2099-03-09', assumedYears: [2099] })
    expect(endOfDay('2026-03-09')).toBe('2026-03-09T16:00:00.000Z')
  })

  test('accounts are kept for thirty years, other notices for ten', () => {
    expect(retentionOf('village-finance').retention).toBe('30年')
    expect(retentionOf('subsidy').retention).toBe('10年')
  })
})

describe('when the period is over', () => {
  type Row = { name?: string; scheme: string; standard?: string; persons?: number; amountFen?: number; households?: number } // prettier-ignore
  const content = (...rows: Row[]): NoticeContent =>
    ({
      title: 't',
      period: '2026Q1',
      blocks: [
        {
          type: 'recipients',
          label: '名单',
          rows: rows.map((row, at) => ({ name: `张*${at}`, persons: 1, amountFen: 100, ...row })),
          totalPersons: rows.reduce((sum, { persons = 1 }) => sum + persons, 0),
          totalFen: rows.reduce((sum, { amountFen = 100 }) => sum + amountFen, 0),
        },
        { type: 'text', label: '说明', text: '照旧' },
      ],
    }) as never
  const folded = (...rows: Row[]) => {
    const [block] = foldContent(content(...rows)).blocks
    return block?.type === 'recipients' ? block.rows : []
  }
  const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row)

  test('a list of names becomes one row for each scheme and standard', () => {
    expect(
      folded(...times(3, { scheme: 'a', standard: 's', persons: 2 }), ...times(4, { scheme: 'b' })),
    ).toEqual([
      { name: '3户', scheme: 'a', standard: 's', persons: 6, amountFen: 300, households: 3 },
      { name: '4户', scheme: 'b', persons: 4, amountFen: 400, households: 4 },
    ])
  })

  test('small cells of a scheme are put together, with one more where they would still be small', () => {
    const two = folded(...times(2, { scheme: 'a', standard: 's' }), ...times(3, { scheme: 'a', standard: 't' }), ...times(9, { scheme: 'a', standard: 'u' })) // prettier-ignore
    expect(two).toEqual([
      { name: '9户', scheme: 'a', standard: 'u', persons: 9, amountFen: 900, households: 9 },
      { name: '5户', scheme: 'a', persons: 5, amountFen: 500, households: 5 },
    ])
    const both = folded(...times(2, { scheme: 'a', standard: 's' }), ...times(1, { scheme: 'a', standard: 't' }), ...times(9, { scheme: 'a', standard: 'u' })) // prettier-ignore
    expect(both.map(({ households, standard }) => [households, standard])).toEqual([
      [9, 'u'],
      [3, undefined],
    ])
  })

  test('schemes too, under a name that says so', () => {
    const rows = folded(
      ...times(2, { scheme: 'a' }),
      ...times(3, { scheme: 'b' }),
      ...times(5, { scheme: 'c' }),
    )
    expect(rows).toEqual([
      { name: '5户', scheme: 'c', persons: 5, amountFen: 500, households: 5 },
      { name: '5户', scheme: OTHERS, persons: 5, amountFen: 500, households: 5 },
    ])
    expect(folded(...times(2, { scheme: 'a' }))).toEqual([
      { name: '不足3户', scheme: 'a', persons: 2, amountFen: 200, households: 2 },
    ])
  })

  test('what was counted before stays, so that folding twice changes nothing; other blocks and totals stay', () => {
    const once = foldContent(content(...times(4, { scheme: 'a' })))
    expect(foldContent(once)).toEqual(once)
    expect(once.blocks[1]).toEqual({ type: 'text', label: '说明', text: '照旧' })
    expect(once.blocks[0]).toMatchObject({ totalPersons: 4, totalFen: 400 })
    expect(hasNames(content({ scheme: 'a' }))).toBe(true)
    expect(hasNames(content({ name: FIELD_POLICY.countsOnlyName, scheme: 'a' }))).toBe(false)
    expect(hasNames({ ...once, blocks: once.blocks.slice(1) })).toBe(false)
  })
})
