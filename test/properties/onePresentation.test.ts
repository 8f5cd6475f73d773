import fc from 'fast-check'
import { sheetForm } from '@shared/facts/disclosure/sheets'
import { comparePresented } from '../../server/domain/comparison/comparePresented'
import { canonicalJson, sha256Hex } from '@shared/common/hash'
import { presentItem } from '@shared/presentation/presentItem'
import { CatalogueColumns } from '@shared/contract/catalogues/catalogue'
import { NoticeContent } from '@shared/contract/disclosure/notice'
import { PresentedItem } from '@shared/contract/disclosure/presentation'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'
import { LONG } from '../support/figures'

const RUNS = { numRuns: LONG ? 1_000 : 250 }

/** Rows of the table that shows a block: a statement has every line of its form. */
function rowsOf(block: NoticeContent['blocks'][number]): number {
  if (block.type === 'money') return block.lines.length
  if (block.type === 'recipients') return block.rows.length
  if (block.type !== 'sheet') return 0
  const form = sheetForm(block.sheet)
  return form.kind === 'statement' ? form.lines.length : block.rows.length
}

/** The same value with the keys of every object in reverse order, as another store would give it back. */
function shuffledKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffledKeys) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffledKeys(inner)]),
  ) as T
}

/** The way of the government side: out of the store, over the wire, through the schemas. */
const overTheWire = (item: unknown, content: unknown) =>
  presentItem(
    CatalogueColumns.parse(JSON.parse(JSON.stringify(shuffledKeys(item)))),
    NoticeContent.parse(JSON.parse(JSON.stringify(shuffledKeys(content)))),
  )

describe('the one presentation', () => {
  it(`makes equal blocks and hash on the village and the government side (${RUNS.numRuns} generated cases)`, () => {
    fc.assert(
      fc.property(catalogueColumns, noticeContent, (item, content) => {
        const village = presentItem(item, content)
        const government = overTheWire(item, content)
        expect(government.blocks).toEqual(village.blocks)
        expect(government.canonical).toBe(village.canonical)
        expect(government.sha256).toBe(village.sha256)
      }),
      RUNS,
    )
  })

  it('finds no difference between two sides that say the same, and always finds a changed amount', () => {
    fc.assert(
      fc.property(catalogueColumns, noticeContent, fc.integer({ min: 1, max: 99 }), (item, content, more) => {
        const { blocks } = presentItem(item, content)
        const same = comparePresented(blocks, overTheWire(item, content).blocks)
        expect(same.counts).toMatchObject({ differs: 0, villageMissing: 0, streetMissing: 0 })

        const index = content.blocks.findIndex(block => block.type === 'recipients')
        const block = content.blocks[index]
        if (block?.type !== 'recipients') return
        const changed = {
          ...content,
          blocks: content.blocks.with(index, { ...block, totalFen: block.totalFen + more }),
        }
        expect(comparePresented(blocks, presentItem(item, changed).blocks).counts.differs).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  it('answers by its schema, with block ids and row ids that are unique, and a hash of its own canonical text', () => {
    fc.assert(
      fc.property(catalogueColumns, fc.option(noticeContent, { nil: null }), (item, content) => {
        const presented = PresentedItem.parse(presentItem(item, content))
        const ids = presented.blocks.map(block => block.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const block of presented.blocks) {
          if (block.kind !== 'table' && block.kind !== 'facts') continue
          const rows = block.rows.map(row => row.id)
          expect(new Set(rows).size).toBe(rows.length)
        }
        expect(sha256Hex(presented.canonical)).toBe(presented.sha256)
        expect(canonicalJson(presented.blocks)).toBe(presented.canonical)
      }),
      RUNS,
    )
  })

  it('shows every line and every row: nothing of the content is dropped', () => {
    fc.assert(
      fc.property(catalogueColumns, noticeContent, (item, content) => {
        const { blocks } = presentItem(item, content)
        const tables = blocks.filter(block => block.kind === 'table')
        const rows = content.blocks.reduce((sum, block) => sum + rowsOf(block), 0)
        expect(tables.reduce((sum, table) => sum + table.rows.length, 0)).toBe(rows)
        const facts = content.blocks.flatMap(block => (block.type === 'facts' ? block.entries : []))
        const shown = blocks.flatMap(block =>
          block.kind === 'facts' ? block.rows.map(row => row.value) : [],
        )
        for (const entry of facts) if (entry.value) expect(shown).toContain(entry.value)
      }),
      RUNS,
    )
  })
})
