import { accountAnswer, type Statement } from '@server/domain/search/accountAnswer'
import { namedMost, readAccounts } from '@server/domain/search/meaning/accounts'
import { readQuestion } from '@server/domain/search/meaning/question'

/** What a question asks of the accounts, and what published accounts say to it. */
const TODAY = '2026-11-20'

const read = (question: string, today = TODAY) => readAccounts(question, readQuestion(question), today)

const NOTHING = { year: null, month: null, about: null, thisYear: 2026 }

describe('readAccounts', () => {
  test.each([
    ['10月路灯电费多少', { ...NOTHING, words: '路灯电费', month: 10 }],
    ['去年路灯花了多少钱？', { ...NOTHING, words: '路灯', year: 2025, about: 'expense' }],
    ['上个月路灯花了多少', { ...NOTHING, words: '路灯', month: 10, about: 'expense' }],
    ['上个月收了多少钱', { ...NOTHING, words: '', month: 10, about: 'income' }],
    ['账上还有多少', { ...NOTHING, words: '', about: 'balance' }],
    ['村里的钱花在哪了', { ...NOTHING, words: '', about: 'expense' }],
    ['光伏收入有多少', { ...NOTHING, words: '光伏收入有', about: 'income' }],
  ])('%s', (question, wanted) => {
    expect(read(question)).toEqual(wanted)
  })

  test.each(['高龄津贴怎么申请', '主任的电话', '水渠到哪一步了', '13月'])(
    '%s asks for no money',
    question => {
      expect(read(question)).toBeNull()
    },
  )

  test('the month before January is December', () => {
    expect(read('上月的账', '2026-01-05')?.month).toBe(12)
  })
})

describe('namedMost', () => {
  test('the names that have most of the words are found, not those that have less', () => {
    const names = ['路灯电费', '办公电费', '垃圾清运费']
    expect(namedMost('路灯电费', names, name => name)).toEqual(['路灯电费'])
    expect(namedMost('电费', names, name => name)).toEqual(['路灯电费', '办公电费'])
    expect(namedMost('低保', names, name => name)).toEqual([])
  })
})

const line = (date: string, direction: 'income' | 'expense', item: string, yuan: number) => ({
  date,
  direction,
  item,
  amountFen: yuan * 100,
  handler: '',
  voucher: '',
})

function month(period: string, openingFen: number, lines: Statement['money']['lines']): Statement {
  const closingFen = lines.reduce(
    (sum, { direction, amountFen }) => sum + (direction === 'income' ? amountFen : -amountFen),
    openingFen,
  )
  return {
    noticeId: `ntc_${period}`,
    period,
    money: { type: 'money', label: '收支明细', openingFen, closingFen, lines },
  }
}

const YEAR: Statement[] = [
  month('2026-08', 100_000, [line('2026-08-03', 'expense', '路灯电费', 90)]),
  month('2026-09', 91_000, [
    line('2026-09-03', 'expense', '路灯电费', 80),
    line('2026-09-20', 'income', '光伏收入', 500),
  ]),
  month('2026-10', 133_000, [
    line('2026-10-03', 'expense', '路灯电费', 30),
    line('2026-10-09', 'expense', '路灯电费', 20),
    line('2026-10-12', 'expense', '垃圾清运费', 70),
  ]),
]

function ask(question: string, statements = YEAR) {
  const asked = read(question)
  return asked && accountAnswer(statements, asked)
}

describe('accountAnswer', () => {
  test('a named entry: the month’s sum, how it compares, the year’s sum, each entry', () => {
    const answer = ask('10月路灯花了多少')!
    expect(answer.title).toBe('10月路灯电费')
    expect(answer.figure?.text).toBe('50.00')
    expect(answer.says).toBe('是这一年花得最少的一个月，9月是80.00元。2026年已公开的一共220.00元。')
    expect(answer.bars.map(({ id, label, permille }) => [id, label, permille])).toEqual([
      ['2026-08', '8', 1000],
      ['2026-09', '9', 889],
      ['2026-10', '10', 556],
    ])
    expect(answer.period).toBe('2026-10')
    expect(answer.lines.map(({ title, amount }) => [title, amount])).toEqual([
      ['10月9日 路灯电费', '20.00'],
      ['10月3日 路灯电费', '30.00'],
      ['9月3日 路灯电费', '80.00'],
      ['8月3日 路灯电费', '90.00'],
    ])
    expect([answer.noticeId, answer.entry]).toEqual(['ntc_2026-10', null])
  })

  test('one entry in the month is named with its day', () => {
    expect(ask('9月路灯')?.entry).toBe('9月3日')
  })

  test('a month without the entry, and one that was not disclosed, are different answers', () => {
    expect(ask('10月光伏收入')).toMatchObject({ figure: null, noticeId: 'ntc_2026-10' })
    expect(ask('10月光伏收入')?.says).toContain('10月的账里没有这一项。最近一次是9月20日，500.00元。')
    expect(ask('12月路灯')?.says).toContain('12月的账还没有公开。')
  })

  test('whole sums: what was spent, with the largest matters; what came in; what is left', () => {
    expect(ask('钱花在哪了')).toMatchObject({
      title: '10月花出的钱',
      figure: { text: '120.00' },
      says: '最多的是垃圾清运费70.00元，路灯电费50.00元。',
    })
    expect(ask('9月收了多少钱')).toMatchObject({ title: '9月收进的钱', figure: { text: '500.00' } })
    expect(ask('账上还有多少')).toMatchObject({
      title: '10月底账上还有',
      figure: { text: '1,210.00' },
      says: '9月底是1,330.00元。',
    })
  })

  test('what the accounts do not say is not answered', () => {
    expect(ask('低保有几户')).toBeNull()
    expect(ask('去年花了多少')).toBeNull()
    expect(ask('账上还有多少', [])).toBeNull()
  })
})
