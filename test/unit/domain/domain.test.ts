import { categoryOf } from '../../../server/domain/category'
import { yuan } from '@shared/common/money'
import { type Standing, TRANSITIONS, transition } from '../../../server/disclosure/notices/states'
import {
  chinaDate,
  periodLabel,
  periodOf,
  periodRange,
  previousPeriod,
  recentPeriods,
} from '@shared/common/period'
import { agreementIssues } from '@shared/content/statement'
import {
  NoticeState as NoticeStates,
  type NoticeState,
  type ContentBlock,
} from '@shared/contract/disclosure/notice'

describe('period', () => {
  it.each([
    ['2026-03', '2026年3月', '2026-03-01', '2026-03-31', '2026-02'],
    ['2026-01', '2026年1月', '2026-01-01', '2026-01-31', '2025-12'],
    ['2024-02', '2024年2月', '2024-02-01', '2024-02-29', '2024-01'],
    ['2026Q1', '2026年第一季度', '2026-01-01', '2026-03-31', '2025Q4'],
    ['2026H2', '2026年下半年', '2026-07-01', '2026-12-31', '2026H1'],
    ['2026', '2026年', '2026-01-01', '2026-12-31', '2025'],
    ['2026-03-05', '2026年3月5日', '2026-03-05', '2026-03-05', null],
  ])('%s is %s, from %s to %s, after %s', (key, label, start, end, before) => {
    expect(periodLabel(key)).toBe(label)
    expect(periodRange(key)).toEqual({ start, end })
    expect(previousPeriod(key)).toBe(before)
  })

  it('finds the period that contains a date, and the ones before it', () => {
    expect(periodOf('2026-11-23', 'quarterly')).toBe('2026Q4')
    expect(recentPeriods('2026-02-10', 'quarterly', 3)).toEqual(['2026Q1', '2025Q4', '2025Q3'])
    expect(recentPeriods('2026-02-10', 'monthly', 3)).toEqual(['2026-02', '2026-01', '2025-12'])
  })

  it('takes the calendar day in China', () => {
    expect(chinaDate('2026-03-04T16:00:00.000Z')).toBe('2026-03-05')
    expect(chinaDate('2026-03-04T15:59:59.000Z')).toBe('2026-03-04')
  })

  it('refuses what is no key', () => {
    expect(() => periodLabel('2026-3')).toThrow(RangeError)
  })
})

describe('money', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [123_456_789, '1,234,567.89'],
    [-100_000, '-1,000.00'],
  ])('%d fen is %s yuan', (fen, text) => expect(yuan(fen)).toBe(text))

  it('refuses a float', () => expect(() => yuan(1.5)).toThrow(RangeError))
})

describe('statement', () => {
  const money: ContentBlock = {
    type: 'money',
    label: '收支明细',
    openingFen: 100,
    lines: [{ date: '2026-04-01', direction: 'income', item: '租金', amountFen: 50 }],
    closingFen: 151,
  }
  const table: ContentBlock = { type: 'recipients', label: '名单', rows: [], totalPersons: 1, totalFen: 2 }

  it('tells every sum and date that does not agree, at once and with its field', () => {
    expect(agreementIssues([money, table], '2026-03').map(issue => [issue.code, issue.field])).toEqual([
      ['balance-mismatch', 'content.blocks.0.closingFen'],
      ['date-outside-period', 'content.blocks.0.lines.0.date'],
      ['persons-mismatch', 'content.blocks.1.totalPersons'],
      ['amount-mismatch', 'content.blocks.1.totalFen'],
    ])
  })

  it('has nothing to say where all agrees', () => {
    expect(agreementIssues([{ ...money, closingFen: 150 }], '2026-04')).toEqual([])
  })
})

describe('category', () => {
  it.each([
    ['村务公开', ['城乡居民最低生活保障对象名单'], 'social-assistance'],
    ['村务公开', ['困难残疾人生活补贴和重度残疾人护理补贴对象名单'], 'social-assistance'],
    ['村务公开', ['政府部门对农(渔)业补贴'], 'subsidy'],
    ['村务公开', ['计划生育政策落实情况'], 'general'],
    ['养老服务', ['养老服务通用政策'], 'elderly-care'],
    ['涉农补贴', ['农业生产发展资金', '新型职业农民培育'], 'subsidy'],
    ['扶贫', ['政策文件', '规范性文件'], 'poverty-alleviation'],
    ['乡村振兴', ['政策文件'], 'poverty-alleviation'],
    ['村务公开参考目录', ['事务类', '村级财务收支情况'], 'village-finance'],
    ['安全生产', ['依法行政', '行政许可'], 'general'],
  ])('%s %j belongs to %s', (area, path, code) => expect(categoryOf({ area, path })).toBe(code))
})

describe('notice states', () => {
  const village = (state: NoticeState, live = false): Standing => ({
    state,
    side: 'village',
    live,
    corrects: false,
  })
  const street = (state: NoticeState): Standing => ({
    state,
    side: 'government',
    live: false,
    corrects: false,
  })

  it('leads a village from draft to the public by check, opinion and meeting only', () => {
    expect(transition(village('draft'), 'submit')).toBeNull()
    expect(transition(village('draft'), 'check')?.to).toBe('checked')
    expect(transition(village('checked'), 'submit')?.to).toBe('submitted')
    expect(transition(village('submitted'), 'agree')?.to).toBe('signed')
    expect(transition(village('signed'), 'publish')).toBeNull()
    expect(transition(village('signed'), 'meet')?.to).toBe('met')
    expect(transition(village('met'), 'publish')?.to).toBe('published')
    expect(transition(village('submitted'), 'edit')).toBeNull()
  })

  it('asks no meeting of a street', () => {
    expect(transition(street('signed'), 'meet')).toBeNull()
    expect(transition(street('signed'), 'publish')?.to).toBe('published')
    expect(transition(street('published'), 'order')).toBeNull()
  })

  it('changes what is public by a correction or a withdrawal only', () => {
    for (const state of ['published', 'ended', 'confirmed', 'archived'] as const) {
      expect(transition(village(state), 'edit')).toBeNull()
      expect(transition(village(state), 'publish')).toBeNull()
      expect(transition(village(state), 'correct')?.to).toBe('draft')
      expect(transition(village(state, true), 'withdraw')?.to).toBe('withdrawn')
    }
  })

  it('withdraws a public edition also while the next one is in work', () => {
    expect(transition(village('submitted'), 'withdraw')).toBeNull()
    expect(transition(village('submitted', true), 'withdraw')).toMatchObject({ to: null })
  })

  it('takes back what is not public yet: a first edition is discarded, a correction is cancelled', () => {
    for (const state of ['submitted', 'signed', 'met'] as const) {
      expect(transition(village(state), 'recall')?.to).toBe('draft')
      expect(transition(village(state), 'discard')).toBeNull()
    }
    for (const state of ['draft', 'scheduled', 'published', 'withdrawn'] as const) {
      expect(transition(village(state), 'recall')).toBeNull()
    }
    for (const state of ['draft', 'checked', 'refused'] as const) {
      expect(transition(village(state), 'discard')?.to).toBe('discarded')
      expect(transition(village(state), 'cancel')).toBeNull()
      const correction = { ...village(state, true), corrects: true }
      expect(transition(correction, 'cancel')).toMatchObject({ to: null, returns: true })
      expect(transition(correction, 'discard')).toBeNull()
    }
    expect(TRANSITIONS.filter(({ from }) => from.includes('discarded')).map(({ event }) => event)).toEqual([
      'redraft',
    ])
  })

  it('gives one way at most for an event', () => {
    const standings = NoticeStates.options.flatMap(state =>
      (['village', 'government'] as const).flatMap(side =>
        [true, false].flatMap(live =>
          (['first', 'correction'] as const).map(which => ({ state, side, live, which })),
        ),
      ),
    )
    for (const { state, side, live, which } of standings) {
      for (const event of new Set(TRANSITIONS.map(row => row.event))) {
        const ways = TRANSITIONS.filter(
          row =>
            row.event === event &&
            row.from.includes(state) &&
            (row.side ?? side) === side &&
            (!row.needsLive || live) &&
            (row.only ?? which) === which,
        )
        expect(ways.length).toBeLessThanOrEqual(1)
      }
    }
  })
})
