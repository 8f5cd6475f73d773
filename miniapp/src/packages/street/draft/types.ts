import type { WriteOptions } from '@shared/client'
import type { DraftPage, UpdatedDraftRow } from '@shared/contract/catalogues/catalogueDraft'

/** Changes one row and shows the result. True on success. */
export type ChangeRow = (step: (key: WriteOptions) => Promise<UpdatedDraftRow>) => Promise<boolean>

export interface CheckingProps {
  draft: DraftPage
  onChanged: (draft: DraftPage) => void
  /** Called after a version conflict, to reload. */
  onConflict: () => void
}
