import type { FileContext } from './context'
import { scanText, type PlacedFinding } from '@server/domain/privacy'
import { scanGrid } from './grid'
import { placed } from './place'
import { scanPlainText } from './plainText'

/** Long numbers lose digits in JSON.parse, so they are quoted first. Strings are unchanged. */
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{15,}(?![\d.eE])/g
const quoteLongNumbers = (text: string): string =>
  text.replace(LONG_NUMBER, match => (match.startsWith('"') ? match : `"${match}"`))

const MOST_DEPTH = 100

type Visit = (text: string, label: string, path: string) => PlacedFinding[]

const isScalarRow = (value: unknown): value is (string | number | boolean | null)[] =>
  Array.isArray(value) && value.every(cell => cell === null || typeof cell !== 'object')

/** Checks for an array of arrays, which is a table. */
const isGrid = (value: unknown): value is (string | number | boolean | null)[][] =>
  Array.isArray(value) && value.length > 1 && value.every(isScalarRow)

function walk(
  value: unknown,
  label: string,
  path: string,
  depth: number,
  visit: Visit,
  context: FileContext = {},
): PlacedFinding[] {
  if (typeof value === 'string' || typeof value === 'number') return visit(String(value), label, path)
  if (typeof value !== 'object' || value === null) return []
  if (depth > MOST_DEPTH) return visit(JSON.stringify(value), label, path)
  if (isGrid(value)) {
    const rows = value.map(row => row.map(cell => String(cell ?? '')))
    return scanGrid(rows, (row, column) => ({ part: `${path}[${row}][${column}]` }), context)
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => walk(item, label, `${path}[${index}]`, depth + 1, visit, context))
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const at = path === '' ? key : `${path}.${key}`
    const inKey = scanText(key, context).map(finding => placed(finding, { part: `${at}（键名）` }))
    return [...inKey, ...walk(item, key, at, depth + 1, visit, context)]
  })
}

/** Scans JSON by fields, with the key as the field's name; invalid JSON is scanned as text. */
export function scanJson(text: string, context: FileContext = {}): PlacedFinding[] {
  let value: unknown
  try {
    value = JSON.parse(quoteLongNumbers(text))
  } catch {
    return scanPlainText(text, {}, context)
  }
  const visit: Visit = (words, label, part) =>
    scanText(words, { ...context, label }).map(finding => placed(finding, { part }))
  return walk(value, '', '', 0, visit, context)
}
