import type { TableProps } from './types'

/** Returns the classes of a table cell. */
export const cellClass = (column: TableProps['columns'][number] | undefined): string =>
  column?.align === 'right' ? 'cell cell--right' : 'cell'

/** Returns the classes of a table row. */
export const rowClass = (own = false): string => (own ? 'sheet__row sheet__row--own' : 'sheet__row')
