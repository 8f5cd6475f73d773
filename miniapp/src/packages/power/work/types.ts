import type { WriteOptions } from '@shared/client'
import type { WorkCasePage } from '@shared/contract/power/case'

/** What a form of the page of a matter gets: the page as it stands, and how to take it on. */
export interface WorkProps {
  page: WorkCasePage
  busy: boolean
  take: Take
}

/** The matter a step is of, and the version of it that was seen. */
export interface SeenCase {
  params: { id: string }
  version: number
}

/** Sends one step of a matter. True when it was done. */
export type Take = (send: (seen: SeenCase, key: WriteOptions) => Promise<WorkCasePage>) => Promise<boolean>
