import type { PresentedBlock } from '../../contract/disclosure/presentation'
import { sheetOf } from './sheet'
import type { Document, Part } from './types'

export type { Document, Part, PartOf, SheetColumn, SheetGroup, SheetRow, Total } from './types'

function partOf(block: PresentedBlock): Part {
  switch (block.kind) {
    case 'summary':
      return { kind: 'sentence', id: block.id, label: block.label, text: block.text, figure: block.figure }
    case 'text':
      return { kind: 'paragraphs', id: block.id, label: block.label, paragraphs: block.paragraphs }
    case 'facts': {
      const rows = block.rows.map(({ id, label, value, missing }) => ({ id, label, text: value, missing }))
      return { kind: 'facts', id: block.id, label: block.label, rows }
    }
    case 'bars':
      return { kind: 'chart', id: block.id, label: block.label, unit: block.unit, bars: block.bars }
    case 'table':
      return sheetOf(block)
    case 'files':
      return { kind: 'files', id: block.id, label: block.label, files: block.files }
  }
}

/** Makes the document of a presented record 呈现记录, of every version of the presentation. */
export const documentOf = (blocks: readonly PresentedBlock[]): Document => blocks.map(partOf)
