import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { TableDraft } from '../draft/fromTable'
import type { Fault } from '../draft/types'
import type { TableAsk } from '../form/types'

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
