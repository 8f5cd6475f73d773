import type { MadeTable } from './sheetOf'

/**
 * A table drawn as text: `|` between cells, `^` continues the cell above, `<` the cell to the left, `\n` breaks a line
 * within a cell.
 */
export function gridOf(drawn: string): MadeTable {
  const texts = drawn
    .trim()
    .split('\n')
    .map(line =>
      line
        .trim()
        .split('|')
        .map(text => text.trim().replace(/\\n/g, '\n')),
    )
  return texts.map((cells, row) =>
    cells.map((text, column) => {
      if (text === '^' || text === '<') return null
      return {
        text,
        rowSpan: run(texts, row, column, 1, 0, '^'),
        colSpan: run(texts, row, column, 0, 1, '<'),
      }
    }),
  )
}

/** How many cells a mark continues, the first one included. */
function run(
  texts: string[][],
  row: number,
  column: number,
  down: number,
  right: number,
  mark: string,
): number {
  let length = 1
  while (texts[row + down * length]?.[column + right * length] === mark) length++
  return length
}
