import type { TableImport } from '@shared/contract/disclosure/tableImport'
import type { PickedFile } from '../../../elements/files'
import type { Marks } from '../draft/marks'
import type { Fault } from '../draft/types'

/** What every part of the form gets: its place in the draft, its value, how to change it, the faults, the marks. */
export interface PartProps<Value> {
  at: string
  value: Value
  onChange: (value: Value) => void
  faults: readonly Fault[]
  marks: Marks
}

type Kind = TableImport['table']

/** How the form's tables go out and come in as sheets. */
export interface TableAsk {
  read: (table: Kind, file: PickedFile) => Promise<TableImport>
  /** Path of the template. */
  template: (table: Kind) => string
  /** Puts faults beside the fields of a block, in place of what stood there. */
  tell: (at: string, faults: readonly Fault[]) => void
}
