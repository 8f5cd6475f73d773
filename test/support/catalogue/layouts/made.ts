import { COUNTY_FACTS } from '../countyFacts'
import type { Truth } from '../compare'
import { type Fact, FACTS } from '../facts'
import { type MadeCell, type MadeTable, type Style, tableOf } from '../sheetOf'
import { NATIONAL_STYLE } from '../styles'

const numbered = (facts: readonly Fact[], first = 1): Fact[] =>
  facts.map((fact, index) => ({ ...fact, no: String(index + first) }))

/** All items that the layouts print, numbered from 1. */
export const ALL: readonly Fact[] = numbered([...FACTS, ...COUNTY_FACTS])

/** The items of one catalogue, numbered again. */
export const chapter = (from: number, to: number, first = 1): Fact[] => numbered(ALL.slice(from, to), first)

export const styled = (change: Partial<Style>): Style => ({ ...NATIONAL_STYLE, title: null, ...change })

export const withHeaders = (headers: Partial<Style['headers']>, change: Partial<Style> = {}): Style =>
  styled({ ...change, headers: { ...NATIONAL_STYLE.headers, ...headers } })

export const made = (text: string, rowSpan = 1, colSpan = 1): MadeCell => ({ text, rowSpan, colSpan })

/** A row of one cell over the whole width. */
export const lineAcross = (text: string, width: number): MadeTable[number] => [
  made(text, 1, width),
  ...Array<null>(width - 1).fill(null),
]

export const widthOf = (table: MadeTable): number => Math.max(...table.map(row => row.length))

/** The two header rows and the body of a table without title. */
export const partsOf = (facts: readonly Fact[], style: Style): { head: MadeTable; body: MadeTable } => {
  const table = tableOf(facts, { ...style, title: null })
  return { head: table.slice(0, 2), body: table.slice(2) }
}

/** The same table with every text changed. */
export const mapTexts = (table: MadeTable, change: (text: string, row: number) => string): MadeTable =>
  table.map((cells, row) => cells.map(cell => (cell ? { ...cell, text: change(cell.text, row) } : null)))

const allTicked = ({ scope, mode, levels }: Fact): boolean =>
  scope === 'both' && mode === 'both' && levels.length === NATIONAL_STYLE.levels.length

/** Ticks whose place the layout lost: nothing can be claimed, unless every place has one. */
export const withoutTicks = (facts: readonly Fact[]): Truth[] =>
  facts.map(fact => (allTicked(fact) ? fact : { ...fact, scope: null, mode: null, levels: null }))

/** The same where even the count of ticks is lost. */
export const withoutAnyTick = (facts: readonly Fact[]): Truth[] =>
  facts.map(fact => ({ ...fact, scope: null, mode: null, levels: null }))
