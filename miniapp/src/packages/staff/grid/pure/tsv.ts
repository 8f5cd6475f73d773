/**
 * Text of the clipboard as spreadsheets write it: cells divided by tabs, lines by line breaks; a cell with either or with a
 * quotation mark is quoted, its quotation marks doubled.
 */

interface Cell {
  cell: string
  /** Where the text goes on. */
  next: number
}

const isEnd = (text: string, at: number): boolean => at >= text.length || /[\t\r\n]/.test(text[at] ?? '')

/** Reads one quoted cell, from behind its first mark; null if the mark is part of the words. */
function quotedCell(text: string, from: number): Cell | null {
  let cell = ''
  let at = from
  while (at < text.length) {
    if (text[at] !== '"') cell += text[at++]
    else if (text[at + 1] === '"') {
      cell += '"'
      at += 2
    } else return isEnd(text, at + 1) ? { cell, next: at + 1 } : null
  }
  return null
}

function bareCell(text: string, from: number): Cell {
  let at = from
  while (!isEnd(text, at)) at++
  return { cell: text.slice(from, at), next: at }
}

/** Reads copied cells, line by line; the line break at the end of what Excel copies makes no line. */
export function readTsv(text: string): string[][] {
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at < text.length || line.length > 0) {
    const { cell, next } = (text[at] === '"' && quotedCell(text, at + 1)) || bareCell(text, at)
    line.push(cell)
    at = next
    if (text[at] === '\t') {
      at += 1
      if (at < text.length) continue
      line.push('')
    } else at += text.startsWith('\r\n', at) ? 2 : 1
    lines.push(line)
    line = []
  }
  return lines
}

const quoted = (cell: string): string => (/["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)

/** Writes cells as `readTsv` reads them, for a spreadsheet to paste. */
export const writeTsv = (lines: readonly (readonly string[])[]): string =>
  lines.map(line => `${line.map(quoted).join('\t')}\r\n`).join('')
