import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { parseCatalogueFile } from '../../server/documents/catalogue'
import { SHEET_FORMATS, writeCatalogues } from '../../server/documents/catalogue/export'
import type { ExportedCatalogue } from '../../server/documents/catalogue/export/layout'
import { seedCatalogues } from '../../server/demo/seed/rows/catalogues'
import type { CatalogueColumns } from '../../shared/contract/catalogues/catalogue'
import { anyCatalogue } from '../support/catalogue/anyCatalogue'
import { LONG, reportFigure } from '../support/figures'

const RUNS = LONG ? 1_000 : 60

/** Every column that a sheet shows. */
const columnsOf = (row: CatalogueColumns) => ({
  displayNo: row.displayNo,
  path: row.path,
  elements: row.elements,
  basis: row.basis,
  deadline: row.deadline,
  subjects: row.subjects,
  channels: row.channels,
  audience: row.audience,
  mode: row.mode,
  levels: row.levels,
})

async function readBack(format: (typeof SHEET_FORMATS)[number], catalogue: ExportedCatalogue) {
  const bytes = await writeCatalogues(format, [catalogue])
  const read = await parseCatalogueFile({ file: `目录.${format}`, bytes })
  const areas = new Set(read.rows.map(({ area }) => area ?? read.areas[0]))
  return { title: read.title, areas: [...areas], rows: read.rows.map(columnsOf) }
}

const whole = ({ title, area, rows }: ExportedCatalogue) => ({
  title,
  areas: [area],
  rows: rows.map(columnsOf),
})

describe.each(SHEET_FORMATS)('export to %s', format => {
  test('any catalogue reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anyCatalogue, async catalogue => {
        expect(await readBack(format, catalogue)).toEqual(whole(catalogue))
      }),
      { numRuns: RUNS, seed: 20261126 },
    )
    reportFigure(`export and import again, ${format}: ${RUNS} made catalogues without a difference`)
  })

  const seeded = seedCatalogues(new Date('2026-01-01')).map(({ catalogue, items }) => ({
    area: catalogue.area,
    title: catalogue.title,
    rows: items,
  }))

  /** A title that somebody found elsewhere than in the words themselves is not written into them. */
  const inWords = (rows: readonly CatalogueColumns[]) =>
    rows.map(row => ({
      ...row,
      basis: row.basis.map(({ title, ...entry }) =>
        title !== undefined && entry.text.includes(title) ? { ...entry, title } : entry,
      ),
    }))

  test.each(seeded.map(catalogue => [catalogue.title, catalogue] as const))(
    '%s',
    async (_title, catalogue) => {
      const { title, areas, rows } = await readBack(format, catalogue)
      expect([title, areas]).toEqual([catalogue.title, [catalogue.area]])
      expect(rows).toEqual(inWords(catalogue.rows).map(columnsOf))
    },
  )
})

describe('the sheet', () => {
  const [first] = fc.sample(anyCatalogue, { numRuns: 1, seed: 7 })
  const hostile: ExportedCatalogue = {
    area: '社会救助',
    title: '=HYPERLINK("http://x")',
    rows: [{ ...first!.rows[0]!, path: ['=1+1', '@SUM(A1)'], elements: ['=cmd|calc', '+1'] }],
  }

  test('has the head of the national layout: groups over their columns', async () => {
    const book = new ExcelJS.Workbook()
    const bytes = await writeCatalogues('xlsx', [
      { area: '社会救助', title: '社会救助领域目录', rows: first!.rows },
    ])
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    const sheet = book.getWorksheet('社会救助')!
    const texts = (row: number) => (sheet.getRow(row).values as string[]).slice(1)
    expect(texts(2)).toEqual(expect.arrayContaining(['序号', '公开事项', '公开内容(要素)', '公开时限']))
    expect(texts(3).slice(1, 3)).toEqual(['一级事项', '二级事项'])
    expect(sheet.getCell(2, 2).isMerged && sheet.getCell(2, 1).isMerged).toBe(true)
  })

  test('holds no formula: every cell is text in a format that keeps it text', async () => {
    const bytes = await writeCatalogues('xlsx', [hostile])
    const parts = unzipSync(bytes)
    const xml = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(xml).not.toMatch(/<f[ >]/)
    const cells = [...xml.matchAll(/<c [^>]*?(\/>|>)/g)].filter(([cell]) => !cell.endsWith('/>'))
    expect(cells.length).toBeGreaterThan(10)
    for (const [cell] of cells) expect(cell).toMatch(/ t="(?:s|str|inlineStr)"/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(bytes as unknown as ArrayBuffer)
    book.worksheets[0]!.eachRow(row => row.eachCell(cell => expect(cell.numFmt).toBe('@')))
    expect(await readBack('xlsx', hostile)).toEqual(whole(hostile))
  })

  test('as a page shows marks as they are and runs nothing', async () => {
    const html = (
      await writeCatalogues('html', [{ ...hostile, title: '<script>alert(1)</script>' }])
    ).toString()
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;')
    expect(html).toContain('mso-number-format')
  })
})
