import { drawCards } from './cards'
import { drawDrawing } from './drawing'
import { collected } from './document'
import { inPrintableLetters, recordInPrintableLetters } from './glyphs'
import { fontHas } from './letters'
import { SOFT } from './shapes'
import { isFresh, nextPage, openSheet, points, type Sheet, writeAt } from './page'
import { printRecord } from './record'
import { drawTable } from './table'
import {
  drawContents,
  drawHeading,
  drawList,
  drawParagraph,
  drawQrBlock,
  drawTitle,
  writeAwaited,
} from './text'
import type { Print, PrintBlock, RecordPrint } from './types'

export type { Paper, Print, PrintBlock, RecordPrint } from './types'

const FACT_COLUMNS = [
  { label: '', share: 1 },
  { label: '', share: 4 },
]

type Drawer<K extends PrintBlock['kind']> = (sheet: Sheet, block: Extract<PrintBlock, { kind: K }>) => void

const DRAWERS: { [K in PrintBlock['kind']]: Drawer<K> } = {
  title: drawTitle,
  heading: drawHeading,
  paragraph: drawParagraph,
  list: drawList,
  table: drawTable,
  facts: (sheet, { rows }) =>
    drawTable(sheet, {
      kind: 'table',
      columns: FACT_COLUMNS,
      rows: rows.map(({ label, value }) => [label, value]),
      headless: true,
    }),
  qr: drawQrBlock,
  contents: drawContents,
  cards: drawCards,
  drawing: drawDrawing,
  space: (sheet, { points: height }) => {
    sheet.y += height
  },
  page: sheet => {
    if (!isFresh(sheet)) nextPage(sheet)
  },
}

const draw = <K extends PrintBlock['kind']>(sheet: Sheet, block: Extract<PrintBlock, { kind: K }>): void =>
  DRAWERS[block.kind](sheet, block)

function drawFooters(sheet: Sheet, footer: string): void {
  const { doc, left, width, bottom } = sheet
  const { count } = doc.bufferedPageRange()
  const y = bottom + points(4)
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    writeAt(sheet, footer, [left, y], width * 0.75, { size: 9, fill: SOFT, element: null })
    const numbers = `第 ${page + 1} 页 / 共 ${count} 页`
    writeAt(sheet, numbers, [left, y], width, { size: 9, align: 'right', fill: SOFT, element: null })
  }
}

/** Prints a record or blocks as a PDF with embedded Chinese fonts. The same content gives the same bytes. */
export const printPdf = (wanted: Print | RecordPrint): Promise<Buffer> =>
  'document' in wanted ? printRecord(recordInPrintableLetters(wanted, fontHas)) : printBlocks(wanted)

async function printBlocks(wanted: Print): Promise<Buffer> {
  const sheet = openSheet(wanted)
  const print = inPrintableLetters(wanted, fontHas)
  const done = collected(sheet.doc)
  for (const block of print.blocks) {
    draw(sheet, block)
    // Yields to the event loop between the blocks of a long document.
    await new Promise(setImmediate)
  }
  writeAwaited(sheet)
  drawFooters(sheet, print.footer)
  sheet.doc.end()
  return done
}
