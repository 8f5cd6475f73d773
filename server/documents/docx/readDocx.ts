import type { Grid } from '@server/domain/catalogue/grid'
import { DocumentError } from '../documentError'
import { GridBuilder, ImportBudget } from '../grid/gridBuilder'
import { refuseMacros } from '../fileKind'
import { readXmlPieces } from '../archive/xmlEvents'
import { ZipArchive } from '../archive/zipArchive'
import { type WordRow, BodyReader } from './bodyReader'
import { Numbering } from './numbering'

interface OpenMerge {
  top: number
  text: string
  span: number
}

/** Converts a Word table to a grid: `vMerge` continues the cell that starts at the same grid column. */
function gridOf(rows: readonly WordRow[], builder: GridBuilder, counter: { row: number }): void {
  const open = new Map<number, OpenMerge>()
  rows.forEach(row => {
    const index = builder.addRow(++counter.row, row.hidden)
    let column = row.before
    for (const { text, span, merge } of row.cells) {
      const started = open.get(column)
      if (merge === 'continue' && started) {
        const top = { text: started.text, row: started.top, column, colSpan: started.span }
        builder.addCell({ ...top, rowSpan: index - started.top + 1 })
      } else {
        if (merge === 'start') open.set(column, { top: index, text, span })
        else open.delete(column)
        builder.addCell({ text, row: index, column, rowSpan: 1, colSpan: span })
      }
      column += span
    }
  })
}

/** A parsed Word document: its tables, and its text for documents without any. */
export interface WordText {
  grids: Grid[]
  text: string
}

/**
 * Reads the tables of a `.docx` as grids, with the paragraphs above each.
 * @throws DocumentError
 */
export async function readDocx(bytes: Buffer): Promise<WordText> {
  const zip = await ZipArchive.open(bytes)
  refuseMacros(zip.names())
  if (!zip.has('word/document.xml')) {
    throw new DocumentError('unreadable', '这是改了后缀名的压缩包，不是 Word 文档')
  }
  const reader = new BodyReader(new Numbering(await zip.text('word/numbering.xml')))
  await readXmlPieces(zip.pieces('word/document.xml'), {
    open: (name, attributes) => reader.open(name, attributes),
    close: name => reader.close(name),
    text: text => reader.text(text),
  })
  const budget = new ImportBudget()
  const counter = { row: 0 }
  const grids: Grid[] = []
  let above: string[] = []
  for (const block of reader.blocks) {
    if (block.kind === 'paragraph') {
      if (block.text.trim() !== '') above.push(block.text.trim())
      continue
    }
    const builder = new GridBuilder(budget)
    gridOf(block.rows, builder, counter)
    grids.push(builder.finish({ hidden: false, above: above.slice(-30), keepsMerges: true }))
    above = []
  }
  const text = reader.blocks.map(block => (block.kind === 'paragraph' ? block.text : '')).join('\n')
  return { grids, text }
}
