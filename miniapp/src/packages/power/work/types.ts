import type { CaseAbility, CaseBody, WorkCasePage } from '@shared/contract/power/case'

/** Props of the forms on a case page: the page and the function to act on it. */
export interface WorkProps {
  page: WorkCasePage
  busy: boolean
  take: Take
}

/** Runs an action on the case; adds the version that was shown. True on success. */
export type Take = <A extends CaseAbility>(ability: A, body: Omit<CaseBody<A>, 'version'>) => Promise<boolean>
