import type { Grid, GridCell } from '../../../server/domain/catalogue/grid'

/** A table as a reader of files gives it, from its texts; `down`: the cell above goes on in this place. */
export const down = Symbol('merged with the cell above')

export function gridOf(
  texts: readonly (readonly (string | typeof down | undefined)[])[],
  { hiddenRows = [], ...more }: Partial<Grid> & { hiddenRows?: readonly number[] } = {},
): Grid {
  const above: (GridCell | undefined)[] = []
  const rows = texts.map((row, index) => ({
    number: index + 1,
    hidden: hiddenRows.includes(index + 1),
    cells: row.map((text, column) => {
      if (text === down) above[column]!.rowSpan += 1
      else {
        above[column] = text === undefined ? undefined : { text, row: index, column, rowSpan: 1, colSpan: 1 }
      }
      return above[column]
    }),
  }))
  return { hidden: false, rows, hiddenColumns: [], above: [], keepsMerges: true, ...more }
}
