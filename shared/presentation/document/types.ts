/**
 * Document 版式文档: the one form in which a presented record is typeset. Every channel (page, paper, poster, article,
 * broadcast, workbook, column, plain page) sets these parts and adds no words of its own to them.
 */

/** Key figure 主数: `text` without its unit. */
interface Figure {
  label: string
  text: string
  unit: string
}

/** Sentence 一句话 above the record, with its figure. */
interface Sentence {
  kind: 'sentence'
  id: string
  label: string
  text: string
  figure: Figure | null
}

interface Paragraphs {
  kind: 'paragraphs'
  id: string
  label: string
  paragraphs: readonly string[]
}

/** `missing`: the catalogue requires it and the record lacks it; `text` says so. */
interface Fact {
  id: string
  label: string
  text: string
  missing: boolean
}

interface Facts {
  kind: 'facts'
  id: string
  label: string
  rows: readonly Fact[]
}

/** `lead`: what the row is about; `amount`: a figure; `rest`: everything else. */
type ColumnRole = 'lead' | 'amount' | 'rest'

export interface SheetColumn {
  id: string
  label: string
  role: ColumnRole
  /** Unit of its figures, which do not repeat it; empty if it has none. */
  unit: string
}

export interface SheetRow {
  id: string
  /** One per column; null: the record states nothing there. */
  cells: readonly (string | null)[]
}

/** A sum, with its unit: `32,400.00元`. */
export interface Total {
  id: string
  label: string
  text: string
}

/** Rows under one heading; `label` is null for the only group of a sheet that has none. */
export interface SheetGroup {
  id: string
  label: string | null
  rows: readonly SheetRow[]
  subtotals: readonly Total[]
}

/** Whether rows add up to the stated sums 逐行相加. */
export interface Proof {
  agrees: boolean
  text: string
}

interface Sheet {
  kind: 'sheet'
  id: string
  label: string
  /** Number of rows over all groups. */
  count: number
  /** What holds for every row, instead of a column: `经手人都是陈*`. */
  caption: readonly string[]
  columns: readonly SheetColumn[]
  groups: readonly SheetGroup[]
  totals: readonly Total[]
  /** Null if no stated sum is one of its rows. */
  proof: Proof | null
}

/** Bars 图 of figures that the sheet `repeats` states; a channel may leave it out. `permille` is the length, 0–1000. */
interface Chart {
  kind: 'chart'
  id: string
  label: string
  unit: string
  bars: readonly { id: string; label: string; text: string; permille: number }[]
}

interface Files {
  kind: 'files'
  id: string
  label: string
  files: readonly { id: string; name: string; size: string; sha256: string }[]
}

export type Part = Sentence | Paragraphs | Facts | Sheet | Chart | Files

/** The parts of a record in reading order. */
export type Document = readonly Part[]

export type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>
