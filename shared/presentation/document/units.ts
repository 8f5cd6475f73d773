import type { PresentedBlock } from '../../contract/disclosure/presentation'

type Table = Extract<PresentedBlock, { kind: 'table' }>
type Total = Table['totals'][number]
type Column = Table['columns'][number]

const YUAN = '元'
const AMOUNT = /^-?\d{1,3}(?:,\d{3})*\.\d{2}$/
/** Totals that are counts, by id, in records that do not state units. */
const COUNTS: Readonly<Record<string, string>> = { households: '户', persons: '人' }

const isFigure = (text: string): boolean => /\d$/.test(text)

/** Returns the unit that the table's head gives to a figure; 元 is never given to anything but an amount. */
const ofHead = ({ unit }: Pick<Table, 'unit'>, figure: string): string =>
  unit === null || (unit === YUAN && !AMOUNT.test(figure)) ? '' : unit

/** Returns the unit of a total: as stated, or for a record of presentation 1 by what it is a total of. */
export function unitOfTotal(table: Pick<Table, 'unit'>, { id, value, unit }: Total): string {
  if (!isFigure(value)) return ''
  return unit ?? COUNTS[id] ?? ofHead(table, value)
}

/** Writes a total with its unit: `15户`, `32,400.00元`. Every channel shows totals by this. */
export const totalText = (table: Pick<Table, 'unit'>, total: Total): string =>
  `${total.value}${unitOfTotal(table, total)}`

/** A cell that bears its unit itself, as cells of areas 面积 do. */
const BEARING = /\d亩$/

/** Returns the unit of a column's figures: as stated, or for a record of presentation 1 by what its cells are. */
export function unitOfColumn(
  table: Pick<Table, 'unit'>,
  { id, align, unit }: Column,
  cells: readonly (string | null)[],
): string {
  if (unit !== undefined) return unit
  const figure = cells.find(cell => cell !== null && /\d亩?$/.test(cell))
  if (align === 'left') return ''
  if (figure ? BEARING.test(figure) : id.endsWith('Centi')) return '亩'
  return COUNTS[id] ?? (figure ? ofHead(table, figure) : (table.unit ?? ''))
}

/** Writes a cell with its unit, for a voice, which does not repeat the table's head. */
export const cellWithUnit = (table: Pick<Table, 'unit'>, { unit }: Column, cell: string): string =>
  isFigure(cell) ? `${cell}${unit ?? ofHead(table, cell)}` : cell

/** Removes the units of totals and columns, which presentation 1 does not state. */
export function withoutUnits(block: PresentedBlock): PresentedBlock {
  if (block.kind !== 'table') return block
  return {
    ...block,
    columns: block.columns.map(({ id, label, align }) => ({ id, label, align })),
    totals: block.totals.map(({ id, label, value, unit }) => ({
      id,
      label,
      value: unit === '亩' ? `${value}${unit}` : value,
    })),
  }
}
