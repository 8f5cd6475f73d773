import { OBJECTION_RULES } from '../../../../shared/facts/participation/objectionRules'
import { answerDue as computed } from '../../../../server/participation/objections/answerDue'
import { PUBLISHED_HOLIDAYS, type Span } from '../../../../server/domain/deadline'
import { viewTarget } from '../../../../shared/presentation/objectionTarget'
import { maskText } from '../../../../server/domain/privacy/maskText'
import { answerSpan } from '@server/people/orgs'
import { presentItem } from '../../../../shared/presentation/presentItem'
import { ITEMS, financeContent } from '../../../support/api/world'

const answerDue = (from: string, span: Span) => computed(from, span, PUBLISHED_HOLIDAYS)

describe('answerDue', () => {
  it('does not count the day it comes, and moves off a rest day', () => {
    const due = answerDue('2026-11-20', OBJECTION_RULES.answer)
    expect([due.date, due.at.toISOString()]).toEqual(['2026-11-25', '2026-11-25T16:00:00.000Z'])
    expect(due.words).toContain('最迟 2026年11月25日')
    expect(answerDue('2026-11-23', { n: 5, unit: 'calendar-day' }).date).toBe('2026-11-30')
    expect(answerDue('2026-09-28', { n: 5, unit: 'calendar-day' }).date).toBe('2026-10-08')
  })

  it('counts working days over a holiday with make-up days', () => {
    expect(answerDue('2026-09-30', { n: 2, unit: 'working-day' }).date).toBe('2026-10-09')
  })

  it('does not stop where the next year’s holidays are not published, and says so', () => {
    const due = answerDue('2026-12-29', { n: 5, unit: 'calendar-day' })
    expect(due.date).toBe('2027-01-04')
    expect(due.words).toContain('按周末推算，放假安排公布后重算')
    expect(due.assumedYears).toEqual([2027])
    expect(answerDue('2027-12-30', { n: 3, unit: 'working-day' }).date).toBe('2028-01-04')
  })

  it('takes the days of the nearest organisation that has its own', () => {
    const own = { n: 3, unit: 'working-day' } as const
    const above = { n: 10, unit: 'calendar-day' } as const
    expect(answerSpan([{}, { answerRule: above }, { answerRule: own }])).toBe(own)
    expect(answerSpan([{ answerRule: above }, {}, { answerRule: null }])).toBe(above)
    expect(answerSpan([{}, {}])).toBe(OBJECTION_RULES.answer)
  })
})

describe('viewTarget', () => {
  const { blocks } = presentItem(ITEMS.finance, financeContent())
  const table = blocks.find(block => block.kind === 'table')!
  const rowId = table.rows[1]!.id

  it('names a row and an amount by place alone, and tells what stands there apart', () => {
    expect(viewTarget(blocks, { blockId: table.id, rowId })).toEqual({
      place: '收支明细 第 2 行',
      cells: expect.stringContaining('道路清扫'),
    })
    expect(viewTarget(blocks, { blockId: table.id, rowId, columnId: 'expense' })).toEqual({
      place: '收支明细 第 2 行·支出',
      cells: '123.45',
    })
    expect(viewTarget(blocks, { blockId: table.id, rowId: 'total/closing' })?.place).toBe('收支明细·期末余额')
    expect(viewTarget(blocks, { blockId: 'facts', rowId: '民主理财小组意见' })?.cells).toBe('已审核，属实')
    expect(viewTarget(blocks, {})).toEqual({ place: '整条公示', cells: null })
  })

  it.each([
    [{ rowId }],
    [{ columnId: 'expense' }],
    [{ blockId: 'nowhere' }],
    [{ blockId: table.id, rowId: 'nobody' }],
    [{ blockId: table.id, rowId, columnId: 'nothing' }],
    [{ blockId: table.id, columnId: 'expense' }],
    [{ blockId: table.id, rowId: 'total/closing', columnId: 'expense' }],
    [{ blockId: 'summary', rowId: 'x' }],
  ])('knows no %j', target => {
    expect(viewTarget(blocks, target)).toBeNull()
  })
})

describe('maskText', () => {
  const text = '姓名：张三，身份证号11010519491231002X，电话13800138000，患有糖尿病。'

  it('covers numbers that may never be kept and leaves the words', () => {
    const { text: masked, kinds } = maskText(text, 'block', '2026-11-20')
    expect(masked).not.toMatch(/11010519491231002X|13800138000/)
    expect(masked).toContain('糖尿病')
    expect(kinds).toEqual(expect.arrayContaining(['resident-id', 'mobile']))
  })

  it('covers names and health too for the public', () => {
    const { text: masked } = maskText(text, 'all', '2026-11-20')
    expect(masked).not.toMatch(/张三|糖尿病/)
  })

  it('leaves amounts, dates and plain words alone', () => {
    const plain = '第3行的500.00元应为5000元，2026年10月12日的凭证号002对不上。'
    expect(maskText(plain, 'all', '2026-11-20')).toEqual({ text: plain, kinds: [] })
  })
})
