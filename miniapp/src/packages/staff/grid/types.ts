import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { TableImport } from '@shared/contract/disclosure/tableImport'
import type { PickedFile } from '../../../elements/files'
import type { TableDraft } from '../draft/fromTable'
import type { Fault } from '../draft/types'

type Kind = TableImport['table']

/** Export and import of the form's tables as spreadsheets. */
export interface TableAsk {
  read: (table: Kind, file: PickedFile) => Promise<TableImport>
  /** Path of the template. */
  template: (table: Kind) => string
  /** Replaces the faults of a block. */
  tell: (at: string, faults: readonly Fault[]) => void
}

export interface GridProps {
  /** Path of the table in the draft: `blocks.0`. */
  at: string
  value: TableDraft
  onChange: (value: TableDraft) => void
  /** Faults that the server or the last saving has found. */
  faults: readonly Fault[]
  /** Period of the notice. */
  period: string
  last: NoticeContent | null
  orgCode: string
  ask: TableAsk
}
