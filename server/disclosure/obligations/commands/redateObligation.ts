import type { Authorised } from '@server/platform/access/caller'
import type { Assumed } from '@server/domain/deadline'
import type { Tx } from '@server/platform/store/db'
import { noteMove } from '@server/disclosure/holidays'
import { Orgs, type OrgRow } from '@server/people/orgs'
import type { ObligationRow } from '../models/obligations'
import { changeObligation } from './obligationRows'
import { refreshMatrix } from './refreshMatrix'

/** Stores the due date of an obligation that its own room recomputed after the holidays were known. */
export async function redateObligation(
  tx: Tx,
  by: Authorised<'holidays.move'>,
  row: ObligationRow,
  due: { dueOn: string } & Assumed,
): Promise<void> {
  const { dueOn, assumedYears } = due
  const set = { dueOn, assumedYears, sortDate: dueOn, month: dueOn.slice(0, 7) }
  const next = await changeObligation(tx, row, set, tx.now)
  if (!next) throw new Error(`duty ${row._id} changed inside its transaction`)
  const org = await tx.of(Orgs).findById(row.orgCode).lean<OrgRow>().exec()
  if (org) await refreshMatrix(tx, org, [row, next], { at: tx.now })
  const days = { from: row.dueOn ?? dueOn, to: dueOn }
  await noteMove(tx, by, { orgCode: row.orgCode, id: row._id }, '公开义务', days)
}
