import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { discrepancyStateLabel, discrepancyStep } from '../states'
import type { DiscrepancyAbility } from '@shared/contract/disclosure/discrepancy'
import { conflict } from '@server/platform/errors'
import { type DiscrepancyContext, lastDiscrepancyEvent } from '../queries/discrepancies'
import { Discrepancies, DiscrepancyEvents } from '../models/discrepancies'
import { newId } from '@server/platform/store/collection'

interface Advance {
  event: DiscrepancyAbility
  /** Version of the discrepancy that the person saw. */
  seen: number
  /** Name of the body on whose behalf the person acts. */
  body: string
  text: string | null
  correctBy?: string | null
}

async function versionConflict(tx: Tx, discrepancyId: string) {
  const last = await lastDiscrepancyEvent(tx, discrepancyId)
  return conflict('finding-changed', last ? `刚刚“${last.label}”，请看过最新情况再办。` : undefined)
}

/**
 * Returns the step of an event.
 * @throws AppError 409 `finding-wrong-state` when the state does not allow it
 */
export function requireStep({ discrepancy }: DiscrepancyContext, event: DiscrepancyAbility) {
  const step = discrepancyStep(discrepancy.state, event)
  if (step) return step
  const label = discrepancyStateLabel(discrepancy.state)
  throw conflict('finding-wrong-state', `这处不一致现在是“${label}”，不能这样办。`)
}

/**
 * Advances a discrepancy by one step: compare-and-set on id and version, one immutable event, one audit entry. The
 * caller has checked the policy.
 * @throws AppError 409 `finding-changed` when another writer was faster, `finding-wrong-state`
 */
export async function advanceDiscrepancy(
  tx: Tx,
  by: Authorised,
  work: DiscrepancyContext,
  advance: Advance,
): Promise<void> {
  const { discrepancy } = work
  const { event, seen, body, text, correctBy: correctBy = null } = advance
  if (seen !== discrepancy.version) throw await versionConflict(tx, discrepancy._id)
  const step = requireStep(work, event)
  const at = tx.now
  const next = { state: step.to ?? discrepancy.state, version: discrepancy.version + 1, updatedAt: at }
  const { modifiedCount } = await tx
    .of(Discrepancies)
    .updateOne({ _id: discrepancy._id, version: discrepancy.version }, { $set: next })
  if (modifiedCount !== 1) throw await versionConflict(tx, discrepancy._id)
  await tx.of(DiscrepancyEvents).create([
    {
      _id: newId('fev'),
      discrepancyId: discrepancy._id,
      orgCode: discrepancy.orgCode,
      version: next.version,
      event,
      label: step.label,
      by: by.actor.id,
      byName: by.actor.name,
      body,
      text,
      correctBy,
      at,
    },
  ])
  await audit(tx, by, { orgCode: discrepancy.orgCode, id: discrepancy._id }, { version: next.version })
}
