import type { TableProps } from './types'

/** Placeholder for a missing figure. */
const NONE = '—'

/** Returns the classes of a table cell with this text; without a text, those of the column head. */
export function cellClass(column: TableProps['columns'][number] | undefined, text = ''): string {
  if (column?.align !== 'right') return 'cell'
  return `cell cell--right${text === NONE ? ' cell--none' : ''}`
}
