import type { PresentedBlock } from '@shared/contract/disclosure/presentation'

export type Rows = string[][]

/** Returns a presented block as rows of cells; leaves out bars, which repeat the table below them. */
export function blockRows(block: PresentedBlock): Rows {
  switch (block.kind) {
    case 'summary':
      return [[block.label, block.text]]
    case 'text':
      return [[block.label], ...block.paragraphs.map(paragraph => [paragraph])]
    case 'facts':
      return [[block.label], ...block.rows.map(({ label, value }) => [label, value])]
    case 'table':
      return [
        [block.label, ...(block.unit ? [`单位：${block.unit}`] : [])],
        block.columns.map(({ label }) => label),
        ...block.rows.map(({ cells }) => cells),
        ...block.totals.map(({ label, value }) => [label, value]),
      ]
    case 'files':
      return [[block.label], ...block.files.map(({ name, size }) => [name, size])]
    case 'bars':
      return []
  }
}
