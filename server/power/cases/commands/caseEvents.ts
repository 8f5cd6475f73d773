import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { CaseFault } from '@server/domain/power/case'
import { chinaDate } from '@shared/common/period'
import { CASE_EVENT_WORDS } from '../caseWords'
import { AppError, requirementsUnmet } from '@server/platform/errors'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { PowerCaseEvents, type PowerCaseEventRow, type PowerCaseRow } from '../models/powerCases'
import { newId } from '@server/platform/store/collection'

/** Builds the error that lists every reason against a case event. */
export const caseRefused = (faults: readonly CaseFault[]): AppError =>
  new AppError(
    422,
    'case-refused',
    faults.map(({ code, message }) => ({ code: `case-${code}`, message })),
  )

/**
 * Refuses personal data in the texts of a case, which many people read.
 * @throws AppError 422 for personal data
 */
export function refuseWords(tx: Tx, words: Record<string, string>): void {
  const issues = wordsIssues(words, chinaDate(tx.now))
  if (issues.length > 0) throw requirementsUnmet(issues)
}

/** Inserts the immutable row of one event; its `version` is the case's version after the event. */
export async function noteCaseEvent(
  tx: Tx,
  by: Authorised,
  { _id, orgCode, version }: PowerCaseRow,
  { kind, stepName, reason }: Pick<PowerCaseEventRow, 'kind' | 'stepName' | 'reason'>,
): Promise<void> {
  await tx.of(PowerCaseEvents).create([
    {
      _id: newId('pce'),
      caseId: _id,
      orgCode,
      version,
      kind,
      label: CASE_EVENT_WORDS[kind],
      stepName,
      by: by.actor.id,
      byName: by.actor.name,
      reason,
      at: tx.now,
    },
  ])
}
