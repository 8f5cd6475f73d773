import { sheetForm } from '@shared/facts/disclosure/sheets'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import { emptyLine, emptyRecipient } from './toDraft'
import type { DraftOf, Fault, LineDraft, RecipientDraft, SheetRowDraft } from './types'

export type TableDraft = DraftOf<'money' | 'recipients' | 'sheet'>
type Placed = { sourceRow?: number }

/** Puts corrected rows in place of their originals; rows of other files go to the end. */
function mended<Row extends Placed>(
  rows: readonly Row[],
  read: readonly Row[],
): { rows: Row[]; places: number[] } {
  const next = [...rows]
  const places = read.map(row => {
    const at = next.findIndex(old => old.sourceRow === row.sourceRow)
    if (at >= 0) next[at] = row
    else next.push(row)
    return at >= 0 ? at : next.length - 1
  })
  return { rows: next, places }
}

const merged = <Row extends Placed>(old: readonly Row[], read: readonly Row[], isMended: boolean) =>
  isMended ? mended(old, read) : { rows: [...read], places: read.map((_, index) => index) }

export interface FromTable {
  block: TableDraft
  /** Faults, next to the fields of the form. */
  faults: Fault[]
}

/** Keeps the vouchers of lines that are imported again. */
function withVouchers(lines: readonly LineDraft[], before: readonly LineDraft[]): LineDraft[] {
  const keyOf = ({ date, direction, item, amountFen }: LineDraft) => JSON.stringify([date, direction, item, amountFen]) // prettier-ignore
  const images = new Map(before.map(line => [keyOf(line), line.images]))
  return lines.map(line => ({ ...line, images: images.get(keyOf(line)) ?? [] }))
}

/** Sets statement lines missing in the sheet to zero, in their previous order. */
function statementLines(
  rows: readonly SheetRowDraft[],
  read: readonly SheetRowDraft[],
): { rows: SheetRowDraft[]; places: number[] } {
  // prettier-ignore
  const byLine = new Map(read.map(row => [row.values.line, row]))
  const blank = ({ line = '' }: SheetRowDraft['values']) => ({ nowFen: '', beforeFen: '', line })
  const next = rows.map(({ values }) => {
    const found = byLine.get(values.line)
    return { ...found, values: { ...blank(values), ...found?.values } }
  })
  return {
    rows: next,
    places: read.map(({ values }) => rows.findIndex(row => row.values.line === values.line)),
  }
}

interface Put {
  rows: readonly object[]
  places: number[]
}

function putRows(block: TableDraft, { rows: given, mended: isMended }: TableImport): Put {
  switch (block.type) {
    case 'money': {
      const read = given.map(({ row, values }) => ({ ...emptyLine(), ...values, sourceRow: row }))
      const put = merged<LineDraft>(block.lines, read, isMended)
      return { ...put, rows: withVouchers(put.rows, block.lines) }
    }
    case 'recipients': {
      const read = given.map(({ row, values }) => ({ ...emptyRecipient(), ...values, sourceRow: row }))
      return merged<RecipientDraft>(block.rows, read, isMended)
    }
    case 'sheet': {
      const read = given.map(({ row, values }): SheetRowDraft => ({ values, sourceRow: row }))
      const isStatement = sheetForm(block.sheet).kind === 'statement'
      return isStatement ? statementLines(block.rows, read) : merged(block.rows, read, isMended)
    }
  }
}

/**
 * Returns the block with the imported rows. A complete file replaces all rows, so importing it twice changes
 * nothing; a file of corrected rows changes only those.
 */
export function fromTable(block: TableDraft, read: TableImport, at: string): FromTable {
  const list = block.type === 'money' ? 'lines' : 'rows'
  const { rows, places } = putRows(block, read)
  const inRows = read.faults.map(({ index, field, message }) => ({
    field: `${at}.${list}.${places[index]}.${field}`,
    message,
  }))
  const stated = read.statedFaults.map(({ field, message }) => ({ field: `${at}.${field}`, message }))
  return {
    block: { ...block, [list]: rows, ...read.stated },
    faults: [...stated, ...inRows],
  }
}
