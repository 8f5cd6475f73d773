import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import type { RecordInspection } from '@shared/contract/disclosure/matrix'
import { conflict, notFound, requirementsUnmet } from '@server/platform/errors'
import type { InspectionContext } from '../queries/inspections'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { Inspections } from '../models/inspections'

/**
 * Records the result for one cell of an inspection sheet, with person and time.
 * @throws AppError 422 for personal data in the note; 404 for a cell that is not on the sheet; 409 `inspection-changed`
 */
export async function recordInspection(
  tx: Tx,
  by: Authorised<'inspection.record'>,
  { sheet, org }: InspectionContext,
  { version, index, result, note = '' }: RecordInspection,
): Promise<void> {
  const at = tx.now
  const issues = wordsIssues({ note }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const seen = sheet.cells[index - 1]
  if (!seen) throw notFound('inspection-not-found', 'index')
  const cell = { ...seen, result, note: note === '' ? null : note, byName: by.actor.name, at }
  const { modifiedCount } = await tx
    .of(Inspections)
    .updateOne({ _id: sheet._id, version }, { $set: { [`cells.${index - 1}`]: cell, version: version + 1 } })
  if (modifiedCount !== 1) throw conflict('inspection-changed')
  await audit(tx, by, { orgCode: org._id, id: sheet._id }, { index, result })
}
