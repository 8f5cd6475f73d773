import fc from 'fast-check'
import { documentOf } from '@shared/presentation/document'
import { columnHead, documentLines } from '@shared/presentation/document/text'
import { presentItem } from '@shared/presentation/presentItem'
import type { Presentation } from '@shared/presentation/version'
import { printPdf } from '@server/documents/print'
import { LONG } from '../support/figures'
import { catalogueColumns, noticeContent } from '../support/arbitraries/notice'
import { recordOf, tagsOf } from '../support/print/pages'
import { sheetOf } from '../support/print/sheets'

/** Records on paper, and of these so many at a time. */
const BATCHES = LONG ? 40 : 4
const EACH = 50
const BATCH_MS = 300_000

const tidy = (text: string): string => text.replace(/\s/g, '')
const records = fc.tuple(catalogueColumns, noticeContent, fc.constantFrom<Presentation>(1, 2))

test.each(Array.from({ length: BATCHES }, (_, at) => at + 1))(
  'the sheet for the wall carries the words of its document, in order, and no others: batch %i',
  async () => {
    const sample = fc
      .sample(records, EACH)
      .map(([item, content, version]) => presentItem(item, content, version))
    const prints = sample.map(({ blocks }, at) => sheetOf(blocks, at % 2 ? 'A3' : 'A4'))
    const pdfs: Buffer[] = []
    for (const print of prints) pdfs.push(await printPdf(print))
    const read = await tagsOf(pdfs)
    read.forEach((tagged, at) => {
      const { document, masthead, foot, printed } = prints[at]!
      expect(recordOf(tagged)).toBe(tidy(documentLines(document).join('')))
      const heads = document.flatMap(part => (part.kind === 'sheet' ? part.columns.map(columnHead) : []))
      const around = tidy([masthead.name, masthead.under, ...masthead.beside, foot, printed, ...heads, '扫码可看'].join('|')) // prettier-ignore
      tagged.pages.forEach((page, number) => {
        expect([page.loose, page.unread, page.lang]).toEqual([[], [], 'zh-CN'])
        for (const words of page.artifacts.map(tidy)) {
          const numbered = `，第${number + 1}页，共${tagged.pages.length}页`
          const expected = words.endsWith(numbered) ? tidy(`${foot}${printed}${numbered}`) : around
          expect(expected).toContain(words)
        }
      })
    })
  },
  BATCH_MS,
)

test('a record of every kind of block is among them', () => {
  const kinds = new Set(
    fc
      .sample(records, 200)
      .flatMap(([item, content, version]) =>
        documentOf(presentItem(item, content, version).blocks).map(({ kind }) => kind),
      ),
  )
  expect([...kinds].toSorted()).toEqual(['chart', 'facts', 'files', 'paragraphs', 'sentence', 'sheet'])
})
