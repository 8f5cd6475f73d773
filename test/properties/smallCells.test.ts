import fc from 'fast-check'
import { amountsIn } from '@shared/common/money'
import { isSensitive } from '../../server/domain/privacy'
import { foldContent } from '@shared/presentation/fold'
import { type Listing, gather, presentPayouts, presentSchemes } from '../../server/reading/finance/payouts'
import { presentItem } from '@shared/presentation/presentItem'
import type { ContentBlock, NoticeContent, RecipientRow } from '@shared/contract/disclosure/notice'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { isWorkedOut } from '../support/smallCells/algebra'

/**
 * 小格规则: from everything that is published of folded lists, their own totals and sentences and a year's gathered tables, nobody works
 * out the content of a sum of fewer than three households. Every household here gets another power of two, so that each amount
 * that is published says by itself whose it is made of.
 */
const K = 3
const PERIODS = ['2026Q1', '2026Q2', '2026Q3']
const CHILDREN = '孤儿基本生活费'
const SCHEMES = ['农村低保', '重度残疾人护理补贴', CHILDREN, '临时救助', '耕地地力保护补贴', '农机购置补贴']

interface Household {
  scheme: string
  standard?: string
  persons: number
}
const household: fc.Arbitrary<Household> = fc.record({
  scheme: fc.constantFrom(...SCHEMES),
  standard: fc.option(fc.constantFrom('一档', '二档', '三档'), { nil: undefined }),
  persons: fc.integer({ min: 1, max: 4 }),
})
const list = fc.array(household, { minLength: 1, maxLength: 14 })
const years = fc.array(list, { minLength: 1, maxLength: 3 })

interface Placed extends Household {
  at: number
  fen: number
}
const placed = (lists: readonly Household[][]): Placed[] =>
  lists
    .flatMap((rows, at) => rows.map(row => ({ ...row, at })))
    .map((row, bit) => ({ ...row, fen: 2 ** bit }))

/** Children are counted, whatever their standard: they are one sum a notice. */
const cellOf = ({ at, scheme, standard = '' }: Placed): string =>
  [at, scheme, scheme === CHILDREN ? '' : standard].join('|')

function listingOf(rows: readonly Placed[], at: number): Listing {
  const listed = rows.map(({ scheme, standard, persons, fen }): RecipientRow => ({ name: '王*', scheme, standard, persons, amountFen: fen })) // prettier-ignore
  const block: ContentBlock = {
    type: 'recipients',
    label: '发放明细',
    rows: listed,
    totalPersons: rows.reduce((sum, { persons }) => sum + persons, 0),
    totalFen: rows.reduce((sum, { fen }) => sum + fen, 0),
  }
  const content: NoticeContent = { title: `${PERIODS[at]}发放公开`, period: PERIODS[at]!, blocks: [block] }
  return { noticeId: `ntc_00000${at}`, aboutName: null, publishedAt: '2026-10-01T00:00:00.000Z', content }
}

const listingsOf = (rows: readonly Placed[]): Listing[] =>
  [...new Set(rows.map(({ at }) => at))].map(at => listingOf(rows.filter(row => row.at === at), at)) // prettier-ignore

type Table = Extract<PresentedBlock, { kind: 'table' }>
const ITEM = { displayNo: null, path: ['救助'], elements: [], basis: [], deadline: null, subjects: [], channels: [], audience: { scope: 'public' as const }, mode: null, levels: null } // prettier-ignore
const presented = (content: NoticeContent): PresentedBlock[] => presentItem(ITEM, content).blocks
const isTable = (block: PresentedBlock): block is Table => block.kind === 'table'

const ofAmount = (fen: number, rows: readonly Placed[]): Placed[] =>
  rows.filter(row => Math.floor(fen / row.fen) % 2 === 1)

/** Every amount anywhere: in a cell, a total, a bar, a figure, a sentence. */
const toldIn = (told: unknown): number[] => {
  const text = JSON.stringify(told)
  const bare = [...text.matchAll(/"(-?\d{1,3}(?:,\d{3})*\.\d{2})"/g)].map(([, one]) =>
    Number(one!.replace(/[,.]/g, '')),
  )
  return [...new Set([...bare, ...amountsIn(text)])].filter(fen => fen > 0)
}

test('no sum of fewer than three is told or worked out (300 years of lists)', () => {
  let small = 0
  fc.assert(
    fc.property(years, lists => {
      const rows = placed(lists)
      const listings = listingsOf(rows)
      const told = toldIn([
        listings.map(({ content }) => presented(foldContent(content))),
        presentPayouts(2026, gather(listings)),
        presentSchemes(gather(listings)),
      ])
      const sums = told.map(fen => new Set(ofAmount(fen, rows).map(cellOf)))
      const cells = [...new Set(rows.map(cellOf))]
      for (const cell of cells) {
        const mine = rows.filter(row => cellOf(row) === cell)
        const [{ at, scheme }] = mine as [Placed]
        const size = scheme === CHILDREN ? mine.reduce((sum, { persons }) => sum + persons, 0) : mine.length
        const listed = rows.filter(row => row.at === at && row.scheme !== CHILDREN).length
        // What a village paid of a scheme that says nothing of need is published, even for a single household.
        if (size >= K || (listed < K && !isSensitive(scheme))) continue
        small += 1
        expect({ cell, workedOut: isWorkedOut(cell, cells, sums) }).toEqual({ cell, workedOut: false })
      }
    }),
    { numRuns: 300 },
  )
  expect(small).toBeGreaterThan(500)
})

const fenOf = (text: string): number => (text === '—' ? 0 : Math.round(Number(text.replace(/,/g, '')) * 100))
const summed = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + fenOf(text), 0)

test('folding keeps the totals, and again changes nothing; the gathered tables add up to what the notices show', () => {
  fc.assert(
    fc.property(years, lists => {
      const listings = listingsOf(placed(lists))
      const shown = listings.map(({ content }) => {
        const folded = foldContent(content)
        expect(foldContent(folded)).toEqual(folded)
        const table = presented(folded).find(isTable)!
        const total = summed(table.rows.map(({ cells }) => cells[5]!))
        expect(fenOf(table.totals.find(({ id }) => id === 'amount')?.value ?? '0')).toBe(total)
        return total
      })
      const tables = presentPayouts(2026, gather(listings)).filter(isTable)
      expect(tables.map(({ id }) => id)).toEqual(['payout-schemes', 'payout-periods'])
      const total = shown.reduce((sum, fen) => sum + fen, 0)
      for (const { rows } of tables) expect(summed(rows.map(({ cells }) => cells[3]!))).toBe(total)
      const batches = presentSchemes(gather(listings)).flatMap(scheme => scheme.batches)
      for (const [at, { noticeId }] of listings.entries()) {
        const own = batches.filter(batch => batch.noticeId === noticeId)
        expect(summed(own.map(({ amount }) => amount))).toBe(shown[at])
        expect(summed(own.flatMap(({ rows }) => rows).map(({ amount }) => amount))).toBe(shown[at])
      }
    }),
    { numRuns: 200 },
  )
})
