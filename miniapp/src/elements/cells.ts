import type { TableProps } from './types'

/** What stands where there is no figure. */
const NONE = '—'

/** Classes of a table's cell with such a text; without one, of the head of its column. */
export function cellClass(column: TableProps['columns'][number] | undefined, text = ''): string {
  if (column?.align !== 'right') return 'cell'
  return `cell cell--right${text === NONE ? ' cell--none' : ''}`
}
