import { createHmac } from 'node:crypto'
import { chinaDate } from '@shared/common/period'
import type { Nudged } from '@shared/contract/disclosure/obligation'
import { obligationState } from '@server/domain/obligation'
import type { Authorised } from '@server/platform/access/caller'
import { conflict } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { Nudges } from '../models/nudges'
import { Obligations } from '../models/obligations'
import type { ObligationContext } from '../queries/obligations'

/**
 * Counts a resident who urges to disclose a late matter 催一下, once for each person and matter; who it was is not kept,
 * in the audit log neither. The store alone does not show it: person and matter are hashed with the server's `key`.
 * @throws AppError 409 `not-late`
 */
export async function nudge(
  tx: Tx,
  by: Authorised<'obligation.nudge'>,
  { obligation }: ObligationContext,
  key: string,
): Promise<Nudged> {
  if (obligationState(obligation, chinaDate(tx.now)) !== 'overdue') throw conflict('not-late')
  const before = obligation.nudges ?? 0
  const _id = createHmac('sha256', key).update(`${obligation._id}/${by.actor.id}`).digest('hex')
  if (await tx.of(Nudges).exists({ _id })) return { nudges: before, again: true }
  await tx.of(Nudges).insertMany([{ _id, orgCode: obligation.orgCode, at: tx.now }])
  await tx.of(Obligations).updateOne({ _id: obligation._id }, { $inc: { nudges: 1 } })
  return { nudges: before + 1, again: false }
}
