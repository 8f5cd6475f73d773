const FIGURE = /^[+-]?[\d.,]+%?$/
/** First characters that make a spreadsheet program run a cell instead of showing it. */
const RUNS = /^\s*[=+\-@\t\r|]/

/** A cell that is shown as it was written, never run 防公式注入; figures stay figures. */
export const escapeFormula = (cell: string): string =>
  RUNS.test(cell) && !FIGURE.test(cell.trim()) ? `'${cell}` : cell
