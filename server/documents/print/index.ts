import { drawCards } from './cards'
import { drawDrawing } from './drawing'
import { inPrintableLetters } from './glyphs'
import { SOFT } from './shapes'
import { isFresh, lettersOf, nextPage, openSheet, points, type Sheet, writeAt } from './page'
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
import type { Print, PrintBlock } from './types'

export type { Paper, Print, PrintBlock, PrintCard, PrintColumn } from './types'

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
    writeAt(sheet, footer, [left, y], width * 0.75, { size: 9, fill: SOFT })
    const numbers = `第 ${page + 1} 页 / 共 ${count} 页`
    writeAt(sheet, numbers, [left, y], width, { size: 9, align: 'right', fill: SOFT })
  }
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const pieces: Buffer[] = []
  doc.on('data', (piece: Buffer) => pieces.push(piece))
  return new Promise((resolve, reject) => {
    doc.on('error', reject)
    doc.on('end', () => resolve(Buffer.concat(pieces)))
  })
}

/** Prints blocks as a PDF with embedded Chinese fonts. The same content gives the same bytes. */
export async function printPdf(wanted: Print): Promise<Buffer> {
  const sheet = openSheet(wanted)
  const print = inPrintableLetters(wanted, lettersOf(sheet))
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
