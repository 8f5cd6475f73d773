import { detectBankCards } from './detectors/cards'
import { CELL_BREAK } from './detectors/digits'
import { detectDisguised } from './detectors/disguised'
import { prepareText } from './detectors/normalize'
import { detectDisabilityCards, detectResidentIds } from './detectors/residentId'
import { maskValue } from './mask'
import { bestOf } from './scanText'
import type { Finding, Hit, ScanText } from './types'

/** A number split over cells, in one row or in one column; rows and columns count from 0. */
export interface CutNumber extends Finding {
  row: number
  column: number
  lastRow: number
  lastColumn: number
}

type Row = readonly string[]

const LINE = '\n'
const IN_ROW = [detectDisabilityCards, detectResidentIds, detectBankCards, detectDisguised]
const IN_COLUMN = [detectDisguised]
/** Certainty of a number that its check digit proves. */
const PROVED = 64

/** Checks for a phone with a digit in each cell, or in the usual three groups: other figures look alike. */
function isPhoneInCells(scan: ScanText, hit: Hit, border: string): boolean {
  const sizes = scan.text
    .slice(hit.start, hit.end)
    .split(border)
    .map(cell => cell.trim().length)
  return sizes.every(size => size === 1) || sizes.join(' ') === '3 4 4'
}

const BARE = /^\s*[\dXx]+\s*$/
const ONE_DIGIT = /^[^\dXx]*[\dXx][^\dXx]*$/

const valueOf = (cell: string): number => Number(cell.replace(/\D/g, ''))

/** True for numbers in sequence, such as voucher numbers 凭证号: each one more than the one before. */
const isSeries = (cells: Row): boolean =>
  cells.length > 1 &&
  cells.some(cell => cell.trim().length > 1) &&
  cells.every((cell, at) => at === 0 || valueOf(cell) === valueOf(cells[at - 1]!) + 1)

/** Checks that a number takes up whole cells, each with bare digits or one digit, and is no series of numbers. */
function isOfWholeCells({ text }: ScanText, { start, end }: Hit, border: string): boolean {
  const from = text.lastIndexOf(border, start - 1) + 1
  const next = text.indexOf(border, end)
  const cells = text.slice(from, next < 0 ? undefined : next).split(border)
  return cells.every(cell => BARE.test(cell) || ONE_DIGIT.test(cell)) && !isSeries(cells)
}

function isSure(scan: ScanText, hit: Hit, border: string): boolean {
  if (hit.severity !== 'block' || !scan.text.slice(hit.start, hit.end).includes(border)) return false
  if (!isOfWholeCells(scan, hit, border)) return false
  return hit.kind === 'mobile' ? isPhoneInCells(scan, hit, border) : (hit.certainty ?? 0) >= PROVED
}

/** Returns the index of the cell at an offset of the cells joined by one character. */
function cellAt(cells: Row, offset: number): number {
  let passed = 0
  for (let index = 0; index < cells.length; index += 1) {
    passed += (cells[index]?.length ?? 0) + 1
    if (offset < passed) return index
  }
  return cells.length - 1
}

interface Found {
  finding: Finding
  first: number
  last: number
  /** No digit of the cells comes right before or after it. */
  isWhole: boolean
}

const DIGIT = /\d/

/** Finds numbers over several of these cells, which follow one another. */
function overCells(cells: Row, border: string, today: string): Found[] {
  const scan = prepareText(cells.join(border))
  const detectors = border === LINE ? IN_COLUMN : IN_ROW
  return bestOf(detectors.flatMap(detect => detect(scan, { today })))
    .filter(hit => isSure(scan, hit, border))
    .map(hit => {
      const text = scan.text.slice(hit.start, hit.end).replaceAll(border, '')
      const { kind, severity } = hit
      const at = (offset: number) => cellAt(cells, scan.origin[offset] ?? 0)
      const mask = maskValue(kind, hit.value ?? text)
      return {
        finding: { kind, severity, start: 0, end: text.length, text, mask },
        first: at(hit.start),
        last: at(hit.end - 1),
        isWhole: !DIGIT.test(`${scan.text[hit.start - 1] ?? ''}${scan.text[hit.end] ?? ''}`),
      }
    })
}

/** Finds numbers in one row, as in forms with a box per digit. */
const acrossRow = (row: Row, index: number, today: string): CutNumber[] =>
  row.filter(cell => cell !== '').length < 2
    ? []
    : overCells(row, CELL_BREAK, today).map(({ finding, first, last }) => ({
        ...finding,
        row: index,
        column: first,
        lastRow: index,
        lastColumn: last,
      }))

const LONGEST_PART = 17
const PART =
  /^[\s\p{N}\p{P}\p{S}\p{M}零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸幺OolIXx]{0,16}[\p{N}零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸幺OolIXx][\s\p{N}\p{P}\p{S}\p{M}]{0,16}$/u

const isPart = (cell: string): boolean => cell.length <= LONGEST_PART && PART.test(cell)

/** Yields the rows that follow one another with a part of a number in a column. */
function* partsOfColumn(rows: readonly Row[], column: number): Generator<{ from: number; cells: string[] }> {
  let from = 0
  let cells: string[] = []
  for (let row = 0; row <= rows.length; row += 1) {
    const cell = (rows[row]?.[column] ?? '').replace(/\s+/g, ' ')
    if (isPart(cell)) {
      if (cells.length === 0) from = row
      cells.push(cell)
    } else {
      if (cells.length > 1) yield { from, cells }
      cells = []
    }
  }
}

const FIGURE = /^\s*[\d,.]{1,15}\s*$/
/** Digits of a part that may be a figure of its own. */
const LONG_PART = 7

/** True for three parts or more that no hand would cut a number into: not alike in length but for a shorter last one. */
function isUneven(parts: Row): boolean {
  const [first = 0, ...rest] = parts.map(part => part.length)
  return rest.length > 1 && (rest.slice(0, -1).some(length => length !== first) || (rest.at(-1) ?? 0) > first)
}

/**
 * True for figures one below the other that happen to make a number: it starts or ends within one, or each is a figure by
 * itself or of a length of its own, in rows that go on with figures in other columns. The rest of a wrapped number has none
 * next to it.
 */
function isOfFigures(
  rows: readonly Row[],
  column: number,
  { first, last, isWhole, finding }: Found,
): boolean {
  const parts = rows.slice(first, last + 1).map(row => (row[column] ?? '').trim())
  const isCut =
    finding.kind === 'bank-card' && (parts.every(part => part.length >= LONG_PART) || isUneven(parts))
  return (
    (isCut || !isWhole) &&
    rows.slice(first + 1, last + 1).every(row => row.some((cell, at) => at !== column && FIGURE.test(cell)))
  )
}

function downColumn(rows: readonly Row[], column: number, today: string): CutNumber[] {
  return [...partsOfColumn(rows, column)].flatMap(({ from, cells }) =>
    overCells(cells, LINE, today)
      .map(found => ({ ...found, first: from + found.first, last: from + found.last }))
      .filter(found => !isOfFigures(rows, column, found))
      .map(({ finding, first, last }) => ({
        ...finding,
        row: first,
        column,
        lastRow: last,
        lastColumn: column,
      })),
  )
}

/** Finds numbers that no single cell contains 拆在几个格子里的号码. */
export function cutNumbers(rows: readonly Row[], today: string): CutNumber[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const columns = Array.from({ length: width }, (_, column) => column)
  return [
    ...rows.flatMap((row, index) => acrossRow(row, index, today)),
    ...columns.flatMap(column => downColumn(rows, column, today)),
  ]
}
