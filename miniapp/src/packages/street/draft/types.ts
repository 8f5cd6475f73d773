import type { WriteOptions } from '@shared/client'
import type { DraftPage, UpdatedDraftRow } from '@shared/contract/catalogues/catalogueDraft'

/** A change of one row: sends it, shows what came of it. True when it was done. */
export type ChangeRow = (step: (key: WriteOptions) => Promise<UpdatedDraftRow>) => Promise<boolean>

export interface CheckingProps {
  draft: DraftPage
  onChanged: (draft: DraftPage) => void
  /** Somebody was faster: look again. */
  onConflict: () => void
}
