import type { TableImport } from '@shared/schemas/tableImport'
import { emptyLine, emptyRecipient } from './toDraft'
import type { DraftOf, Fault, LineDraft, RecipientDraft } from './types'

type TableDraft = DraftOf<'money'> | DraftOf<'recipients'>
type Placed = { sourceRow?: number }

/** Mended rows take the places of those they come from; rows of other files go to the end. */
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
  /** What is wrong, beside the fields of the form. */
  faults: Fault[]
}

/**
 * The block with what was read of a sheet. A whole file takes the place of all rows, so that the same file again changes nothing; a
 * file of mended rows changes only those.
 */
export function fromTable(block: TableDraft, read: TableImport, at: string): FromTable {
  const isMoney = block.type === 'money'
  const list = isMoney ? 'lines' : 'rows'
  const values = read.rows.map(({ row, values: given }) => ({ ...given, sourceRow: row }))
  const { rows, places } = isMoney
    ? merged<LineDraft>(block.lines, values.map(given => ({ ...emptyLine(), ...given })), read.mended) // prettier-ignore
    : merged<RecipientDraft>(block.rows, values.map(given => ({ ...emptyRecipient(), ...given })), read.mended) // prettier-ignore
  const inRows = read.faults.map(({ index, field, message }) => ({
    field: `${at}.${list}.${places[index]}.${field}`,
    message,
  }))
  const stated = read.statedFaults.map(({ field, message }) => ({ field: `${at}.${field}`, message }))
  return {
    block: { ...block, [list]: rows, ...read.stated } as TableDraft,
    faults: [...stated, ...inRows],
  }
}
