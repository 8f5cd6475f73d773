import fc from 'fast-check'
import { parseCatalogueFile } from '../../server/documents/catalogue'
import { anyStyle } from '../support/catalogue/anyStyle'
import { LAYOUTS, scoreOf } from '../support/catalogue/layouts'
import { compare } from '../support/catalogue/compare'
import { FACTS } from '../support/catalogue/facts'
import { csvOf, docxOf, filledCsvOf, htmlOf, xlsxOf } from '../support/catalogue/files'
import { type MadeTable, type Style, tableOf } from '../support/catalogue/sheetOf'
import { blanksOf, cellsOf, fragmentsOf, pipesOf, streamOf } from '../support/catalogue/texts'
import { LONG, reportFigure } from '../support/figures'

const RUNS = Number(process.env['LAYOUT_RUNS'] ?? (LONG ? 40 : 15))

/** One fixed set of layouts in every run; LAYOUT_SEED tries others. */
const SEED = Number(process.env['LAYOUT_SEED'] ?? 20201202)

const facts = fc
  .subarray([...FACTS], { minLength: 2 })
  .map(chosen => chosen.map((fact, index) => ({ ...fact, no: String(index + 1) })))

const TABLES: Readonly<Record<string, (table: MadeTable) => Buffer | Promise<Buffer>>> = {
  xlsx: table => xlsxOf({ 目录: table }),
  html: table => htmlOf(table),
  docx: table => docxOf('标准目录', table),
  csv: table => Buffer.from(filledCsvOf(table)),
}

describe('any table layout of known facts', () => {
  it.each(Object.entries(TABLES))(
    '%s: every field is the truth or listed as uncertain, ≥ 97 %% right',
    async (kind, print) => {
      let right = 0
      let cells = 0
      await fc.assert(
        fc.asyncProperty(facts, anyStyle, async (truth, style) => {
          const bytes = await print(tableOf(truth, style))
          const { rows } = await parseCatalogueFile({ file: `a.${kind}`, bytes })
          const score = compare(rows, truth)
          right += score.right
          cells += score.cells
          expect(score.silent).toEqual([])
        }),
        { numRuns: RUNS, seed: SEED },
      )
      expect(right / cells).toBeGreaterThanOrEqual(0.97)
    },
  )
})

describe('files as county offices send them, published ones and ones with faults', () => {
  const total = { cells: 0, right: 0, silent: 0 }

  it.each(LAYOUTS.map(layout => [layout.name, layout] as const))('%s', async (_name, layout) => {
    const { cells, right, silent } = await scoreOf(layout)
    total.cells += cells
    total.right += right
    total.silent += silent.length
    expect(silent).toEqual([])
    expect(right / cells).toBeGreaterThanOrEqual(0.97)
  })

  afterAll(() => {
    const share = ((100 * total.right) / total.cells).toFixed(1)
    reportFigure(
      `catalogue import, ${LAYOUTS.length} layouts: ${total.right} of ${total.cells} cells right (${share} %), ${total.silent} wrong without a mark`,
    )
  })
})

/** A tick that was merged over some rows and lost cannot be distinguished from no tick: here each row has its own. */
const ticksInEveryRow = (style: Style): Style => ({
  ...style,
  merge: style.merge.filter(
    group =>
      group !== 'audience' &&
      group !== 'mode' &&
      group !== 'levels' &&
      !(group === 'channels' && style.channelColumns),
  ),
})

const TEXTS: Readonly<Record<string, (table: MadeTable) => string>> = {
  'csv with lost merges': csvOf,
  'pipes with blanks': table => pipesOf(table, 'blank'),
  'pipes with dropped cells': table => pipesOf(table, 'drop'),
  'pipes without blank cells': table => pipesOf(table, 'drop', false),
  'lone pipes': table => streamOf(table, 'drop'),
  'one cell a paragraph': cellsOf,
  fragments: table => fragmentsOf(table, 14),
  blanks: blanksOf,
}

describe('any damaged copy of known facts', () => {
  it.each(Object.entries(TEXTS))('%s: nothing wrong without a doubt', async (name, print) => {
    const file = name.startsWith('csv') ? 'a.csv' : 'a.txt'
    await fc.assert(
      fc.asyncProperty(facts, anyStyle.map(ticksInEveryRow), async (truth, style) => {
        const bytes = Buffer.from(print(tableOf(truth, style)))
        const { rows } = await parseCatalogueFile({ file, bytes })
        expect(compare(rows, truth).silent).toEqual([])
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })
})
