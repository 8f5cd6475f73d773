import type { Grid } from '@server/domain/catalogue/grid'
import { type ImportBudget, GridBuilder } from '../grid/gridBuilder'
import { type XmlHandler, readXmlPieces } from '../archive/xmlEvents'
import type { ZipArchive } from '../archive/zipArchive'
import { type CellFormats, showNumber } from './numberFormats'
import { RichText } from './strings'
import type { SheetRef } from './workbook'

interface Place {
  row: number
  column: number
}

/** Parses a reference: `BC12` → row 12 (from 1), column 54 (from 0). */
function placeOf(reference: string): Place | undefined {
  const match = reference.match(/^\$?([A-Z]{1,3})\$?(\d{1,7})$/)
  const [, letters, digits] = match ?? []
  if (letters === undefined || digits === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits), column }
}

interface CellState {
  place: Place | undefined
  type: string
  style: number
  value: string
}

/** Reads the events of one sheet into a grid; skips empty rows and preserves row numbers. */
class SheetReader implements XmlHandler {
  private readonly builder: GridBuilder
  private readonly indexOfRow = new Map<number, number>()
  private readonly merges: [Place, Place][] = []
  private readonly rich = new RichText()
  private rowNumber = 0
  private rowHidden = false
  private nextColumn = 0
  private cell: CellState | undefined
  private inValue = false

  constructor(
    budget: ImportBudget,
    private readonly strings: readonly string[],
    private readonly formats: CellFormats,
  ) {
    this.builder = new GridBuilder(budget)
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes)
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'v') this.inValue = true
    else if (name === 'mergeCell') this.openMerge(attributes['ref'] ?? '')
    else if (name === 'col') this.openColumn(attributes)
    else this.rich.open(name)
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false
    else if (name === 'c') this.closeCell()
    else this.rich.close(name)
  }

  text(text: string): void {
    if (this.inValue && this.cell) this.cell.value += text
    else this.rich.add(text)
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    this.rowNumber = Number(attributes['r'] ?? this.rowNumber + 1)
    this.rowHidden = isOn(attributes['hidden'])
    this.nextColumn = 0
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const place = placeOf(attributes['r'] ?? '') ?? { row: this.rowNumber, column: this.nextColumn }
    this.nextColumn = place.column + 1
    this.cell = { place, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '' }
  }

  private openMerge(reference: string): void {
    const [from, to] = reference.split(':').map(placeOf)
    if (from && to) this.merges.push([from, to])
  }

  private openColumn(attributes: Readonly<Record<string, string>>): void {
    if (!isOn(attributes['hidden'])) return
    const last = Math.min(Number(attributes['max']), 256)
    for (let column = Number(attributes['min']); column <= last; column++) this.builder.hideColumn(column - 1)
  }

  private shown({ type, value, style }: CellState): string {
    if (type === 's') return this.strings[Number(value)] ?? ''
    if (type === 'inlineStr') return this.rich.take()
    if (type === 'b') return value === '1' ? '是' : '否'
    if (type === 'n') return showNumber(value, this.formats[style] ?? '')
    return type === 'e' ? '' : value
  }

  private closeCell(): void {
    const { cell } = this
    this.cell = undefined
    if (!cell?.place) return
    const text = this.shown(cell)
    if (text.trim() === '') return
    this.builder.addCell({
      text,
      row: this.indexOf(cell.place.row),
      column: cell.place.column,
      rowSpan: 1,
      colSpan: 1,
    })
  }

  private indexOf(row: number): number {
    const known = this.indexOfRow.get(row)
    if (known !== undefined) return known
    const index = this.builder.addRow(row, this.rowHidden)
    this.indexOfRow.set(row, index)
    return index
  }

  /** Applies merges to rows with text; a merged row without any other text is dropped. */
  finish(sheet: SheetRef): Grid {
    const rows = [...this.indexOfRow.keys()].sort((left, right) => left - right)
    for (const [from, to] of this.merges) {
      const covered = rows
        .filter(row => row >= from.row && row <= to.row)
        .map(row => this.indexOfRow.get(row) ?? 0)
      const top = this.indexOfRow.get(from.row)
      if (top !== undefined && covered.length > 0) {
        this.builder.merge(top, from.column, Math.max(...covered), to.column)
      }
    }
    return this.builder.finish({ name: sheet.name, hidden: sheet.hidden, above: [], keepsMerges: true })
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/**
 * Reads one sheet chunk by chunk.
 * @throws DocumentError `too-large`, `unreadable`
 */
export async function readSheet(
  zip: ZipArchive,
  sheet: SheetRef,
  book: { strings: readonly string[]; formats: CellFormats; budget: ImportBudget },
): Promise<Grid> {
  const reader = new SheetReader(book.budget, book.strings, book.formats)
  await readXmlPieces(zip.pieces(sheet.part), {
    open: (name, attributes) => reader.open(name, attributes),
    close: name => reader.close(name),
    text: text => reader.text(text),
  })
  return reader.finish(sheet)
}
