import type { PartOf } from '@shared/presentation/document'
import type { PointAt } from '../types'
import type { Entry } from './sheetView'

export interface SheetProps {
  part: PartOf<'sheet'>
  /** Names the record for screen readers, if a page shows two. */
  side?: string
  /** Files of the record, with the vouchers of its rows. */
  files?: PartOf<'files'>['files']
  pointAt?: PointAt
  /** Ids of the rows that are the reader's own. */
  own?: readonly string[]
}

/** The rows of a sheet that are shown now. */
export interface LinesProps extends SheetProps {
  label: string
  entries: readonly Entry[]
  /** Id of the row that is being read aloud. */
  marked: string | undefined
  /** Rows are in another order than in their groups, so that each names its own. */
  regrouped: boolean
}
