import fc from 'fast-check'
import { scanTable, scanText } from '../../server/domain/privacy'
import { reportFigure } from '../support/figures'
import { Chance } from '../support/privacy/chance'
import { LOOK_ALIKES } from '../support/privacy/lookAlikes'

const TODAY = '2026-11-24'
const MOST_ALARMS = 0.01
const ROUNDS = 1_000

describe('amounts, dates, document numbers and codes', () => {
  const figures: string[] = []
  const byDetector = new Map<string, number>()

  test.each(Object.keys(LOOK_ALIKES))('%s', sort => {
    const chance = new Chance(42)
    const makers = LOOK_ALIKES[sort] ?? []
    const alarms: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const text = makers[round % makers.length]?.(chance) ?? ''
      const kinds = new Set(scanText(text, { today: TODAY }).map(({ kind }) => kind))
      for (const kind of kinds) byDetector.set(kind, (byDetector.get(kind) ?? 0) + 1)
      if (kinds.size > 0) alarms.push(text)
    }
    figures.push(`${sort} ${alarms.length}/${ROUNDS}`)
    expect({ few: alarms.length <= ROUNDS * MOST_ALARMS, alarms: alarms.slice(0, 5) }).toMatchObject({
      few: true,
    })
  })

  afterAll(() => {
    const told = [...byDetector].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none'
    reportFigure(`R8 false alarms by look-alike: ${figures.join(', ')}; by detector: ${told}`)
  })
})

test('a table of figures alarms nobody', () => {
  const row = fc.tuple(
    fc.integer({ min: 2015, max: 2030 }),
    fc.nat(99_999_999),
    fc.nat(9_999_999),
    fc.nat(500),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), rows => {
      const cells = rows.map(([year, income, spent, count]) => [
        `${year}`,
        `${income}`,
        `${(spent / 100).toFixed(2)}`,
        `${count}`,
      ])
      expect(scanTable(['年度', '收入', '支出', '户数'], cells, { today: TODAY })).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('whatever the text, findings lie in it and never throw', () => {
  const unit = fc.constantFrom(
    '1',
    '138',
    '6101',
    ' ',
    '\n',
    '-',
    '张',
    '姓名：',
    '*',
    'X',
    '\u200b',
    '１',
    '𝟏',
    '。',
    '一',
    '\\n',
    '@',
    '.',
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), fc.boolean(), (parts, escapedBreaks) => {
      const text = parts.join('')
      for (const { start, end, text: words } of scanText(text, { today: TODAY, escapedBreaks })) {
        expect(text.slice(start, end)).toBe(words)
        expect(start).toBeLessThan(end)
      }
    }),
    { numRuns: 1_000 },
  )
})
