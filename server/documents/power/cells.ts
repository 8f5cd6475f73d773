import { escapeFormula } from '../xlsx/escapeFormula'
import type { Column } from './columns'

export type Values = Record<string, unknown>

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null

function read(row: Values, path: string): unknown {
  let value: unknown = row
  for (const part of path.split('.')) value = isValues(value) ? value[part] : undefined
  return value
}

function put(row: Values, path: string, value: unknown): void {
  const parts = path.split('.')
  const last = parts.pop()!
  let place = row
  for (const part of parts) {
    place[part] ??= {}
    place = place[part] as Values
  }
  place[last] = value
}

const yuanCell = (fen: number): string => {
  const sign = fen < 0 ? '-' : ''
  const rest = Math.abs(fen) % 100
  return `${sign}${Math.trunc(Math.abs(fen) / 100)}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}

function fenOf(text: string): unknown {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，]/g, ''))
  if (!match) return text
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0') || 0)
  return match[1] ? -fen : fen
}

function textOf(value: unknown, { kind, words }: Column): string {
  if (value === null || value === undefined) return ''
  if (kind === 'yes') return value === true ? '是' : ''
  if (kind === 'fen') return yuanCell(value as number)
  if (kind === 'list') return (value as string[]).join('\n')
  const text = typeof value === 'number' ? String(value) : (value as string)
  return words?.find(({ code }) => code === text)?.label ?? text
}

function valueOf(text: string, { kind, words }: Column): unknown {
  if (kind === 'yes') return text === '是'
  if (kind === 'fen') return fenOf(text)
  if (kind === 'whole') return /^-?\d{1,9}$/.test(text) ? Number(text) : text
  if (kind === 'list') return text.split('\n').map(line => line.trim())
  return words?.find(({ label }) => label === text)?.code ?? text
}

/** Adds a leading quote that prevents execution; an existing one is doubled, so that none is lost. */
const covered = (cell: string): string => (cell.startsWith("'") ? `'${cell}` : escapeFormula(cell))
const uncovered = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)

/** Converts a row's object to cells. */
export const cellsOf = (row: Values, columns: readonly Column[]): string[] =>
  columns.map(column => covered(textOf(read(row, column.path), column)))

/** Converts cells to a row's object; blank cells, and groups of only blank cells, are omitted. */
export function rowOf(cells: readonly string[], columns: readonly Column[]): Values {
  const row: Values = {}
  for (const [at, column] of columns.entries()) {
    const text = uncovered((cells[at] ?? '').trim())
    if (text !== '') put(row, column.path, valueOf(text, column))
  }
  return row
}
