import fc from 'fast-check'
import { documentOf } from '@shared/presentation/document'
import { documentLines } from '@shared/presentation/document/text'
import { presentItem } from '@shared/presentation/presentItem'
import type { Presentation } from '@shared/presentation/version'
import type { PresentedBlock } from '@shared/contract/disclosure/presentation'
import { recordMarkup } from '@server/reading/plainPages/presenters/record'
import { LONG } from '../support/figures'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'
import { elementsOf, handlersIn, recordTextOf, scriptsIn } from '../support/html/plainPage'

const RUNS = { numRuns: LONG ? 5_000 : 1_000 }
const versions = fc.constantFrom<Presentation>(1, 2)

const ATTACKS = [
  '<script>alert(1)</script>',
  '</td></table></details><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `' onmouseover='alert(1)`,
  '&lt;b&gt; &amp; <!-- -->',
  'javascript:alert(1)',
  '<style>*{display:none}</style>',
  ']]><svg/onload=alert(1)>',
]
/** Fields that the program writes, not people. */
const OWN = new Set(['kind', 'align', 'sha256', 'permille'])

const markupOf = (blocks: readonly PresentedBlock[]): string => {
  const { sentence, parts } = recordMarkup(blocks)
  return `<main>${sentence}${parts}</main>`
}

const wordsOf = (blocks: readonly PresentedBlock[]): string => documentLines(documentOf(blocks)).join('')

/** Puts an attack at the end of every text that people write. */
function attacked<T>(value: T, next: () => string, key = ''): T {
  if (typeof value === 'string') return (OWN.has(key) ? value : value + next()) as T
  if (Array.isArray(value)) return value.map((one: unknown) => attacked(one, next, key)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, attacked(one as unknown, next, name)]),
  ) as T
}

test('a plain page sets the words of a record, all of them, no others, in their order', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, versions, (item, content, version) => {
      const { blocks } = presentItem(item, content, version)
      expect(recordTextOf(markupOf(blocks))).toBe(wordsOf(blocks))
    }),
    RUNS,
  )
})

test('words that look like markup stay words', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, fc.nat(ATTACKS.length - 1), (item, content, first) => {
      let at = first
      const next = () => ATTACKS[at++ % ATTACKS.length]!
      const blocks = presentItem(item, content, 2).blocks.map(block => attacked(block, next))
      const html = markupOf(blocks)
      expect(recordTextOf(html)).toBe(wordsOf(blocks))
      expect(scriptsIn(html)).toEqual([])
      expect(handlersIn(html)).toEqual([])
      expect(['img', 'svg', 'style', 'b'].flatMap(name => elementsOf(html, name))).toEqual([])
    }),
    { numRuns: LONG ? 2_000 : 200 },
  )
})

test('every row of a sheet has as many cells as the sheet has columns, and one of them names it', () => {
  fc.assert(
    fc.property(catalogueColumns, noticeContent, (item, content) => {
      const { blocks } = presentItem(item, content, 2)
      const sheets = documentOf(blocks).filter(part => part.kind === 'sheet')
      const heads = elementsOf(markupOf(blocks), 'th').filter(
        ({ attributes }) => attributes['role'] === 'columnheader',
      )
      const filled = sheets.filter(({ count }) => count > 0)
      expect(heads.length).toBe(filled.reduce((sum, { columns }) => sum + columns.length, 0))
    }),
    { numRuns: 100 },
  )
})
