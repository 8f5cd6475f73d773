import type { XmlHandler } from '../archive/xmlEvents'
import type { Numbering } from './numbering'
import { symbolOf, textInFont } from './symbols'

/** A cell of a Word table: columns it spans, and whether it starts or continues a vertical merge, or neither. */
interface WordCell {
  text: string
  span: number
  merge: 'start' | 'continue' | null
}

export interface WordRow {
  cells: WordCell[]
  /** Grid columns skipped before the first cell. */
  before: number
  hidden: boolean
}

/** A paragraph or a table of the document's body, in order. */
export type WordBlock = { kind: 'paragraph'; text: string } | { kind: 'table'; rows: WordRow[] }

interface OpenCell extends WordCell {
  paragraphs: string[]
}

type Attributes = Readonly<Record<string, string>>

const valueOf = (attributes: Attributes): string => attributes['w:val'] ?? ''

/**
 * Collects paragraphs and tables of `word/document.xml`; deleted text is skipped, a table in a cell becomes its text.
 */
export class BodyReader implements XmlHandler {
  readonly blocks: WordBlock[] = []
  private readonly tables: { rows: WordRow[]; cell: OpenCell | undefined }[] = []
  private paragraph = ''
  private font = ''
  private inText = false
  private deleted = 0
  private list: { id: string; level: number } | undefined

  constructor(private readonly numbering: Numbering) {}

  private readonly opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    tbl: () => this.tables.push({ rows: [], cell: undefined }),
    tr: () => this.rows?.push({ cells: [], before: 0, hidden: false }),
    gridBefore: attributes => this.onRow(row => (row.before = Number(valueOf(attributes)) || 0)),
    tc: () => this.openCell(),
    gridSpan: attributes =>
      this.onCell(cell => (cell.span = Math.min(Number(valueOf(attributes)) || 1, 100))),
    vMerge: attributes =>
      this.onCell(cell => (cell.merge = valueOf(attributes) === 'restart' ? 'start' : 'continue')),
    p: () => this.openParagraph(),
    numId: attributes => (this.list = { id: valueOf(attributes), level: this.list?.level ?? 0 }),
    ilvl: attributes => (this.list = { id: this.list?.id ?? '', level: Number(valueOf(attributes)) || 0 }),
    r: () => (this.font = ''),
    rFonts: attributes => (this.font = attributes['w:ascii'] ?? attributes['w:hAnsi'] ?? ''),
    sym: attributes =>
      this.add(symbolOf(attributes['w:font'] ?? '', parseInt(attributes['w:char'] ?? '0', 16)) ?? ''),
    br: () => this.add('\n'),
    cr: () => this.add('\n'),
    tab: () => this.add(' '),
    noBreakHyphen: () => this.add('-'),
    t: () => (this.inText = true),
    del: () => this.deleted++,
    moveFrom: () => this.deleted++,
    hidden: () => this.onRow(row => (row.hidden = true)),
  }

  private readonly closing: Readonly<Record<string, () => void>> = {
    t: () => (this.inText = false),
    p: () => this.closeParagraph(),
    tc: () => this.closeCell(),
    tbl: () => this.closeTable(),
    del: () => this.deleted--,
    moveFrom: () => this.deleted--,
  }

  open(name: string, attributes: Attributes): void {
    this.opening[name]?.(attributes)
  }

  close(name: string): void {
    this.closing[name]?.()
  }

  text(text: string): void {
    if (this.inText) this.add(textInFont(text, this.font))
  }

  private get rows(): WordRow[] | undefined {
    return this.tables.at(-1)?.rows
  }

  private get cell(): OpenCell | undefined {
    return this.tables.at(-1)?.cell
  }

  private onRow(change: (row: WordRow) => void): void {
    const row = this.rows?.at(-1)
    if (row && !this.cell) change(row)
  }

  private onCell(change: (cell: OpenCell) => void): void {
    if (this.cell) change(this.cell)
  }

  private add(text: string): void {
    if (this.deleted === 0) this.paragraph += text
  }

  private openCell(): void {
    const table = this.tables.at(-1)
    if (table) table.cell = { text: '', span: 1, merge: null, paragraphs: [] }
  }

  private openParagraph(): void {
    this.paragraph = ''
    this.list = undefined
  }

  private closeParagraph(): void {
    const { list } = this
    const number = list && list.id !== '0' && list.id !== '' ? this.numbering.next(list.id, list.level) : ''
    const text = number + this.paragraph
    this.paragraph = ''
    this.list = undefined
    if (this.cell) this.cell.paragraphs.push(text)
    else if (this.tables.length === 0) this.blocks.push({ kind: 'paragraph', text })
  }

  private closeCell(): void {
    const table = this.tables.at(-1)
    const cell = table?.cell
    if (!table || !cell) return
    const text = cell.paragraphs.join('\n').trim()
    table.rows.at(-1)?.cells.push({ text, span: cell.span, merge: cell.merge })
    table.cell = undefined
  }

  private closeTable(): void {
    const table = this.tables.pop()
    if (!table) return
    if (this.tables.length === 0) this.blocks.push({ kind: 'table', rows: table.rows })
    else this.cell?.paragraphs.push(...table.rows.flatMap(row => row.cells.map(({ text }) => text)))
  }
}
