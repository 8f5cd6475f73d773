import type { MadeTable } from './sheetOf'

/** The texts of a row as a text copy shows them: `null` where a merged cell covers, dropped or blank. */
const rowTexts = (table: MadeTable, row: number, covered: 'drop' | 'blank'): string[] =>
  (table[row] ?? []).flatMap(made => (made ? [made.text] : covered === 'blank' ? [''] : []))

const isHeader = (table: MadeTable, row: number): boolean =>
  (table[row] ?? []).some(made => made?.text.includes('一级事项') ?? false)

const headRows = (table: MadeTable): number => table.findIndex((_, row) => isHeader(table, row)) + 1

const oneLine = (text: string): string => text.replace(/\n/g, ' ')

/** Rows between pipes; header cells narrower than the body, merged cells dropped or left blank. */
export const pipesOf = (table: MadeTable, covered: 'drop' | 'blank', keepBlank = true): string =>
  table
    .map((_, row) => {
      const texts = rowTexts(table, row, row < headRows(table) ? 'drop' : covered).map(oneLine)
      return `| ${(keepBlank ? texts : texts.filter(text => text !== '')).join(' | ')} |`
    })
    .join('\n')

/** One cell a line between lone pipes, blank cells kept. */
export const streamOf = (table: MadeTable, covered: 'drop' | 'blank'): string =>
  table
    .flatMap((_, row) => rowTexts(table, row, row < headRows(table) ? 'drop' : covered))
    .map(text => `|\n${text}`)
    .join('\n')

/** One cell a paragraph, blank cells gone. */
export const cellsOf = (table: MadeTable): string =>
  table
    .flatMap((_, row) => rowTexts(table, row, 'drop'))
    .filter(text => text !== '')
    .map(oneLine)
    .join('\n\n')

/** One fragment a line: every cell cut after at most `width` characters, no sign of rows or cells. */
export const fragmentsOf = (table: MadeTable, width: number): string =>
  table
    .flatMap((_, row) => rowTexts(table, row, 'drop'))
    .filter(text => text !== '')
    .flatMap(text => oneLine(text).match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])
    .join('\n')

/** Columns between blanks, one row a line. */
export const blanksOf = (table: MadeTable): string =>
  table
    .map((_, row) =>
      rowTexts(table, row, 'drop')
        .filter(text => text !== '')
        .map(oneLine)
        .join('  '),
    )
    .join('\n')

/** Nothing between cells or rows. */
export const gluedOf = (table: MadeTable): string =>
  table.map((_, row) => rowTexts(table, row, 'drop').map(oneLine).join('')).join('')

const screenWidth = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\uffef“”]/u.test(char) ? 2 : 1), 0)

/** A text cut into pieces of at most `width` places on the screen. */
function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const char of text) {
    const last = lines.at(-1) ?? ''
    if (screenWidth(last + char) > width) lines.push(char)
    else lines[lines.length - 1] = last + char
  }
  return lines
}

/** Rows as a document prints them in columns: each cell goes on below itself, only blanks between the columns. */
export const printedOf = (rows: readonly (readonly string[])[], widths: readonly number[]): string =>
  rows
    .flatMap(cells => {
      const columns = cells.map((text, column) => wrapped(text, widths[column] ?? 10))
      const height = Math.max(...columns.map(({ length }) => length))
      return Array.from({ length: height }, (_, line) =>
        columns
          .map((pieces, column) => {
            const piece = pieces[line] ?? ''
            return piece + ' '.repeat((widths[column] ?? 10) + 2 - screenWidth(piece))
          })
          .join('')
          .trimEnd(),
      )
    })
    .join('\n')
