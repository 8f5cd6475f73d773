import fc from 'fast-check'
import { compareTexts } from '../../server/domain/comparison'
import { compareDisclosures } from '../../server/domain/comparison/compareDisclosures'
import type { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import type { DiscrepancyKind } from '@shared/contract/disclosure/discrepancy'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import { type Noted, day, households, money, percent, standard } from '../support/comparison/notations'
import { LONG } from '../support/figures'

const RUNS = { numRuns: LONG ? 10_000 : 250 }

/** A value whose notations are drawn apart for each side, and another value of the same sort. */
const drawn = <T>(sort: fc.Arbitrary<Noted<T>>) =>
  fc
    .record({ noted: sort, other: sort, ours: fc.nat(), theirs: fc.nat() })
    .filter(({ noted, other }) => noted.value !== other.value)
    .map(({ noted, other, ours, theirs }) => ({
      village: noted.forms[ours % noted.forms.length]!,
      government: noted.forms[theirs % noted.forms.length]!,
      changed: other.forms[theirs % other.forms.length]!,
    }))

type Drawn = { village: string; government: string; changed: string }
type Side = keyof Drawn

const LABELS = {
  amount: '发放金额',
  count: '发放户数',
  standard: '补助标准',
  date: '发放日期',
  share: '发放比例',
} as const
type Field = keyof typeof LABELS
const KINDS: Record<Field, DiscrepancyKind> = {
  amount: 'amount',
  count: 'count',
  standard: 'standard',
  date: 'date',
  share: 'quantity',
}
const FIELDS = Object.keys(LABELS) as Field[]

const matter: fc.Arbitrary<Record<Field, Drawn>> = fc.record({
  amount: drawn(money),
  count: drawn(households),
  standard: drawn(standard),
  date: drawn(day),
  share: drawn(percent),
})

const item: CatalogueColumns = {
  displayNo: null,
  path: ['社会救助', '低保'],
  elements: Object.values(LABELS),
  basis: [],
  deadline: null,
  subjects: [],
  channels: [],
  audience: { scope: null },
  mode: null,
  levels: null,
}

function content(said: Record<Field, Drawn>, side: Side, changed?: Field): NoticeContent {
  const value = (field: Field) => (field === changed ? said[field].changed : said[field][side])
  const entries = FIELDS.map(field => ({ label: LABELS[field], value: value(field) }))
  const text = `${said.date[side]}，本村${said.count[side]}共发放${said.amount[side]}，其中${said.share[side]}为临时补助。`
  return {
    title: '低保发放',
    period: '2026Q1',
    blocks: [
      { type: 'facts', label: '公开内容', entries },
      { type: 'text', label: '说明', text: side === 'village' ? text : text.replace('，本村', ' 本村') },
    ],
  }
}

test('numbers, days, shares and standards in any notation are no finding', () => {
  fc.assert(
    fc.property(matter, said => {
      const found = compareDisclosures(
        { item, content: content(said, 'village') },
        { item, content: content(said, 'government') },
      )
      expect(found.map(({ label, village, government }) => [label, village, government])).toEqual([])
    }),
    RUNS,
  )
})

test('a changed value, in any notation, is exactly one finding, of its kind', () => {
  fc.assert(
    fc.property(matter, fc.constantFrom(...FIELDS), (said, changed) => {
      const found = compareDisclosures(
        { item, content: content(said, 'village') },
        { item, content: content(said, 'government', changed) },
      )
      expect(found.map(({ label, kind, severity }) => [label, kind, severity])).toEqual([
        [LABELS[changed], KINDS[changed], 'must'],
      ])
      expect(found[0]).toMatchObject({ village: said[changed].village, government: said[changed].changed })
    }),
    RUNS,
  )
})

test('a changed value within a sentence is found', () => {
  fc.assert(
    fc.property(
      matter,
      fc.constantFrom('amount' as const, 'count' as const, 'date' as const),
      (said, changed) => {
        const ours = content(said, 'village')
        const theirs = content(
          { ...said, [changed]: { ...said[changed], government: said[changed].changed } },
          'government',
        )
        const labels = compareDisclosures({ item, content: ours }, { item, content: theirs })
          .filter(({ severity }) => severity === 'must')
          .map(({ label }) => label)
        expect(labels).toEqual([LABELS[changed], '说明'])
      },
    ),
    RUNS,
  )
})

test('comparing is symmetric, and every text is the same as itself', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(fc.constantFrom(...'一二三十百千万亿元户人年月日点每/.·,，、等%￥¥第-约余0123456789 ○?'), { maxLength: 20 }).map(chars => chars.join('')), // prettier-ignore
  )
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(compareTexts(a, a).relation).toBe('same')
      expect(compareTexts(a, b).relation).toBe(compareTexts(b, a).relation)
    }),
    RUNS,
  )
})
