import iconv from 'iconv-lite'
import { parseCatalogueFile } from '../../../../server/documents/catalogue'
import { compare } from '../../../support/catalogue/compare'
import { FACTS } from '../../../support/catalogue/facts'
import { csvOf, docxOf, filledCsvOf, htmlOf, xlsxOf } from '../../../support/catalogue/files'
import { NATIONAL_STYLE, STYLES } from '../../../support/catalogue/styles'
import { tableOf } from '../../../support/catalogue/sheetOf'

describe('one set of facts in many table layouts', () => {
  for (const [name, style] of Object.entries(STYLES)) {
    const table = tableOf(FACTS, style)
    const expectSame = async (file: string, bytes: Buffer): Promise<void> => {
      const { rows } = await parseCatalogueFile({ file, bytes })
      const { silent, right, cells } = compare(rows, FACTS)
      expect(silent).toEqual([])
      expect(right).toBe(cells)
    }
    it(`${name}: xlsx with merged cells`, async () => expectSame('a.xlsx', await xlsxOf({ 目录: table })))
    it(`${name}: html with rowspan and colspan`, () => expectSame('a.html', htmlOf(table)))
    it(`${name}: docx with vMerge and gridSpan`, () => expectSame('a.docx', docxOf('公开标准目录', table)))
    it(`${name}: csv, GB18030, merged cells written out`, () =>
      expectSame('a.csv', iconv.encode(filledCsvOf(table), 'gb18030')))
    it(`${name}: csv, UTF-8 with BOM, merged cells lost`, async () => {
      const bytes = Buffer.from(`\uFEFF${csvOf(table)}`)
      const { rows } = await parseCatalogueFile({ file: 'a.csv', bytes })
      expect(compare(rows, FACTS).silent).toEqual([])
    })
  }
})

it('marks what came from merged cells', async () => {
  const table = tableOf(FACTS, NATIONAL_STYLE)
  const { rows } = await parseCatalogueFile({ file: 'a.xlsx', bytes: await xlsxOf({ 目录: table }) })
  expect(rows[0]?.inherited).toEqual([])
  expect(rows[1]?.inherited).toEqual(expect.arrayContaining(['path', 'deadline']))
})
