import type { CaseAbility, CaseBody, WorkCasePage } from '@shared/contract/power/case'

/** What a form of the page of a matter gets: the page as it stands, and how to take it on. */
export interface WorkProps {
  page: WorkCasePage
  busy: boolean
  take: Take
}

/** One step of a matter; the version that was seen is added. True when it was done. */
export type Take = <A extends CaseAbility>(ability: A, body: Omit<CaseBody<A>, 'version'>) => Promise<boolean>
