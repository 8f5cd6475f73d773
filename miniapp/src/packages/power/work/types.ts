import type { WriteOptions } from '@shared/client'
import type { WorkCasePage } from '@shared/contract/power/case'

/** Props of the forms on a case page: the page and the function to act on it. */
export interface WorkProps {
  page: WorkCasePage
  busy: boolean
  take: Take
  /** Problems of the last action of this part; each part shows them below its buttons. */
  problems: readonly string[]
}

/** A case with the version that was shown. */
interface SeenCase {
  params: { id: string }
  version: number
}

/** Sends one action on the case. True on success. */
export type Take = (send: (seen: SeenCase, key: WriteOptions) => Promise<WorkCasePage>) => Promise<boolean>
