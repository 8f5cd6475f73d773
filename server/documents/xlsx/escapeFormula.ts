const FIGURE = /^[+-]?[\d.,]+%?$/
/** First characters that make a spreadsheet program execute a cell. */
const RUNS = /^\s*[=+\-@\t\r|]/

/** Escapes a cell so that it is displayed and never executed 防公式注入; figures are unchanged. */
export const escapeFormula = (cell: string): string =>
  RUNS.test(cell) && !FIGURE.test(cell.trim()) ? `'${cell}` : cell
