import type { TableImport } from '@shared/contract/disclosure/tableImport'
import type { PickedFile } from '../../../elements/files'
import type { GridProps } from '../grid/types'
import type { Marks } from '../draft/marks'
import type { Fault } from '../draft/types'

/** Props of every part of the form: path in the draft, value, change handler, faults and marks. */
export interface PartProps<Value> {
  at: string
  value: Value
  onChange: (value: Value) => void
  faults: readonly Fault[]
  marks: Marks
}

type Kind = TableImport['table']

/** Export and import of the form's tables as spreadsheets. */
export interface TableAsk {
  read: (table: Kind, file: PickedFile) => Promise<TableImport>
  /** Path of the template. */
  template: (table: Kind) => string
  /** Replaces the faults of a block. */
  tell: (at: string, faults: readonly Fault[]) => void
}

/** Props of a form with a table: the grid of a wide screen; null where each row has a form of its own. */
export interface TablePartProps<Value> extends PartProps<Value> {
  grid: GridProps | null
}
