import { totalText } from '@shared/presentation/document/units'
import type { PresentedBlock } from '../../../shared/contract/disclosure/presentation'
import type { Visitor } from './visitor'

/** Elements that hold the presented record, and nothing but it. */
const PRESENTED = '.summary, .block'
const MORE_ROWS = /还有 \d+ 行，接着看/

const unspaced = (text: string) => text.replace(/\s+/g, '')

function blockTexts(block: PresentedBlock): (string | null | undefined)[] {
  switch (block.kind) {
    case 'summary':
      return [block.text, block.figure?.label, block.figure?.text, block.figure?.unit]
    case 'facts':
      return [block.label, ...block.rows.flatMap(row => [row.label, row.value])]
    case 'text':
      return [block.label, ...block.paragraphs]
    case 'bars':
      return [block.label, block.unit, ...block.bars.flatMap(bar => [bar.label, bar.text])]
    case 'table':
      return [
        block.label,
        block.unit,
        ...block.columns.map(column => column.label),
        ...block.rows.flatMap(row => row.cells),
        ...block.totals.flatMap(total => [total.label, totalText(block, total)]),
      ]
    case 'files':
      return [block.label, ...block.files.flatMap(file => [file.name, file.sha256, file.size])]
  }
}

/** Every character that a presented record must show, in order, without white space. */
export function recordText(blocks: readonly PresentedBlock[]): string {
  return unspaced(blocks.flatMap(blockTexts).join(''))
}

/** Every character that the page shows of its presented record, long tables unfolded. */
export async function shownRecord(visitor: Visitor): Promise<string> {
  for (let more = MORE_ROWS.exec(await visitor.text()); more; more = MORE_ROWS.exec(await visitor.text())) {
    await visitor.press(more[0])
  }
  return unspaced((await visitor.readAll(PRESENTED)).join(''))
}
