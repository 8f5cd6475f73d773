import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { chinaDate } from '@shared/common/period'
import { drawCells, frameHash } from '@server/domain/obligation'
import type { DrawInspection } from '@shared/contract/disclosure/matrix'
import type { Issue } from '@shared/contract/common'
import { requirementsUnmet, unprocessable } from '@server/platform/errors'
import { frameOf } from '../queries/inspections'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { Inspections, type InspectionRow } from '../models/inspections'
import { newId } from '@server/platform/store/collection'
import { loadMatrix } from '@server/disclosure/obligations'
import type { OrgRow } from '@server/people/orgs'

function issuesOf({ fromMonth, toMonth, seed }: DrawInspection, today: string): Issue[] {
  const words = seed === undefined ? [] : wordsIssues({ seed }, today)
  if (fromMonth <= toMonth) return words
  return [...words, { code: 'months-turned', field: 'toMonth', message: '结束的月份不能早于开始的月份。' }]
}

/**
 * Draws a random sample of matrix cells 抽查 and stores the sheet with the seed and the hash of all candidate cells. Returns the sheet's id.
 * @throws AppError 422 for reversed months or personal data in the seed, `inspection-empty`
 */
export async function drawInspection(
  tx: Tx,
  by: Authorised<'inspection.draw'>,
  org: OrgRow,
  input: DrawInspection,
): Promise<string> {
  const at = tx.now
  const today = chinaDate(at)
  const issues = issuesOf(input, today)
  if (issues.length > 0) throw requirementsUnmet(issues)
  const { year, fromMonth, toMonth, size } = input
  const frame = frameOf(await loadMatrix(tx, org, year, today), { fromMonth, toMonth })
  if (frame.length === 0) throw unprocessable('inspection-empty')
  const _id = newId('ins')
  const seed = input.seed ?? `${today} ${_id.slice(4)}`
  const unseen = { result: null, note: null, byName: null, at: null }
  const sheet: InspectionRow = {
    _id,
    orgCode: org._id,
    year,
    fromMonth,
    toMonth,
    seed,
    frame: frame.length,
    frameSha256: frameHash(frame),
    cells: drawCells(frame, seed, size).map(cell => ({ ...cell, ...unseen })),
    byName: by.actor.name,
    at,
    version: 0,
  }
  await tx.of(Inspections).create([sheet])
  await audit(tx, by, { orgCode: org._id, id: _id }, { seed, size: sheet.cells.length })
  return _id
}
