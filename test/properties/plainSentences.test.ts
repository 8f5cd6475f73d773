import fc from 'fast-check'
import { againstLast, perHead } from '../../server/reading/site/explain'
import { presentItem } from '@shared/presentation/presentItem'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'
import { LONG } from '../support/figures'

/** Must show 6: every number in a plain sentence equals the table that follows it, worked out from the table's own cells. */
const RUNS = { numRuns: LONG ? 1_000 : 250 }
type Table = Extract<PresentedBlock, { kind: 'table' }>

const fenOf = (text: string): number => Math.round(Number(text.replace(/[,元]/g, '')) * 100)
const AMOUNT = /-?[\d,]+\.\d{2}元/g
const amountsIn = (sentence: string): number[] => (sentence.match(AMOUNT) ?? []).map(fenOf)
const countIn = (sentence: string, unit: string): number | null => {
  const found = new RegExp(`(\\d+)${unit}(?!数)`).exec(sentence)
  return found ? Number(found[1]) : null
}

const columnSum = ({ columns, rows }: Table, id: string): number => {
  const at = columns.findIndex(column => column.id === id)
  return rows.reduce((sum, { cells }) => sum + (cells[at] === '—' ? 0 : fenOf(cells[at]!)), 0)
}
const totalOf = ({ totals }: Table, id: string): string => totals.find(total => total.id === id)?.value ?? ''

interface Facts {
  income: number
  expense: number
  closing: number
}

const moneyFacts = (table: Table): Facts => {
  const [income, expense] = [columnSum(table, 'income'), columnSum(table, 'expense')]
  return { income, expense, closing: fenOf(totalOf(table, 'opening')) + income - expense }
}
const listFacts = (table: Table) => ({
  households: Number(totalOf(table, 'households')),
  persons: table.rows.reduce((sum, { cells }) => sum + Number(cells[4]), 0),
  fen: columnSum(table, 'amount'),
})

const tableOf = (item: Parameters<typeof presentItem>[0], content: NoticeContent, column: string) => {
  const { blocks } = presentItem(item, content)
  const table = blocks.find((block): block is Table => block.kind === 'table' && block.columns.some(({ id }) => id === column)) // prettier-ignore
  const sentence = blocks.find(block => block.kind === 'summary')?.text ?? ''
  return { table, sentence }
}

test(`the sentence of a notice (${RUNS.numRuns} generated notices)`, () => {
  let told = 0
  fc.assert(
    fc.property(catalogueColumns, noticeContent, (item, content) => {
      const money = tableOf(item, content, 'income')
      const list = tableOf(item, content, 'scheme')
      if (money.table) {
        const { income, expense, closing } = moneyFacts(money.table)
        expect(amountsIn(money.sentence)).toEqual([income, expense, closing])
        expect(fenOf(totalOf(money.table, 'closing'))).toBe(closing)
      } else if (list.table && list.table.rows.length > 0) {
        if (/少于3户/.test(list.sentence)) {
          expect(list.sentence).not.toMatch(AMOUNT)
          return
        }
        const { households, persons, fen } = listFacts(list.table)
        expect(amountsIn(list.sentence)).toEqual([fen])
        expect([countIn(list.sentence, '户'), countIn(list.sentence, '人')]).toEqual([households, persons])
      } else return
      told += 1
    }),
    RUNS,
  )
  expect(told).toBeGreaterThan(RUNS.numRuns / 3)
})

const signed = (sentence: string, what: string): number => {
  const [, way, text] = new RegExp(`${what}(多|少|一样)([\\d,.]*)`).exec(sentence) ?? []
  return way === '一样' ? 0 : fenOf(text!) * (way === '少' ? -1 : 1)
}

test(`what it says against the period before, and per head (${RUNS.numRuns} pairs)`, () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, noticeContent, (item, content, last) => {
      const sentence = againstLast(content, last) ?? ''
      const [now, before] = [tableOf(item, content, 'income').table, tableOf(item, last, 'income').table]
      if (now && before) {
        const [a, b] = [moneyFacts(now), moneyFacts(before)]
        expect([signed(sentence, '收入'), signed(sentence, '支出'), signed(sentence, '期末结余')]).toEqual([a.income - b.income, a.expense - b.expense, a.closing - b.closing]) // prettier-ignore
      }
      const [list, lastList] = [tableOf(item, content, 'scheme').table, tableOf(item, last, 'scheme').table]
      if (!(now && before) && list && lastList) {
        const [a, b] = [listFacts(list), listFacts(lastList)]
        expect(signed(sentence, '发放')).toBe(a.fen - b.fen)
        const persons = countIn(sentence, '人')
        if (persons !== null) expect(persons).toBe(Math.abs(a.persons - b.persons))
      }
      const each = perHead(content)
      if (each && list) {
        const { households, persons, fen } = listFacts(list)
        const shares = [...new Set([households, persons])].map(count => Math.round(fen / count))
        expect(amountsIn(each)).toEqual(shares)
      }
    }),
    RUNS,
  )
})
