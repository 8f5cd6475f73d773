import { discrepancyStateLabel, discrepancyStep } from '../states'
import type { DiscrepancyAbility } from '@shared/contract/disclosure/discrepancy'
import { conflict } from '@server/platform/errors'
import { type DiscrepancyContext, lastDiscrepancyEvent } from '../queries/discrepancies'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { Discrepancies, DiscrepancyEvents } from '../models/discrepancies'
import { newId } from '@server/platform/store/collection'

interface Advance {
  event: DiscrepancyAbility
  /** Version of the discrepancy that the person saw. */
  seen: number
  /** Name of the body on whose behalf the person acts. */
  body: string
  text: string | null
  mendBy?: string | null
}

async function versionConflict({ services }: CommandContext, discrepancyId: string) {
  const last = await lastDiscrepancyEvent(services.db, discrepancyId)
  return conflict('finding-changed', last ? `刚刚“${last.label}”，请看过最新情况再办。` : undefined)
}

/**
 * Returns the step of an event.
 * @throws AppError 409 `finding-wrong-state` when the state does not allow it
 */
export function requireStep({ finding: discrepancy }: DiscrepancyContext, event: DiscrepancyAbility) {
  const step = discrepancyStep(discrepancy.state, event)
  if (step) return step
  const label = discrepancyStateLabel(discrepancy.state)
  throw conflict('finding-wrong-state', `这处不一致现在是“${label}”，不能这样办。`)
}

/**
 * Advances a discrepancy by one step: compare-and-set on id and version, one immutable event, one audit entry. The
 * caller has checked the policy. Runs in the caller's transaction.
 * @throws AppError 409 `finding-changed` when another writer was faster, `finding-wrong-state`
 */
export async function advanceDiscrepancy(
  deed: CommandContext,
  work: DiscrepancyContext,
  advance: Advance,
): Promise<void> {
  const { db, clock } = deed.services
  const { finding: discrepancy } = work
  const { event, seen, body, text, mendBy: correctBy = null } = advance
  if (seen !== discrepancy.version) throw await versionConflict(deed, discrepancy._id)
  const step = requireStep(work, event)
  const at = clock.now()
  const next = { state: step.to ?? discrepancy.state, version: discrepancy.version + 1, updatedAt: at }
  const { modifiedCount } = await db
    .of(Discrepancies)
    .updateOne({ _id: discrepancy._id, version: discrepancy.version }, { $set: next })
  if (modifiedCount !== 1) throw await versionConflict(deed, discrepancy._id)
  await db.of(DiscrepancyEvents).create([
    {
      _id: newId('fev'),
      findingId: discrepancy._id,
      orgCode: discrepancy.orgCode,
      version: next.version,
      event,
      label: step.label,
      by: deed.actor.id,
      byName: deed.actor.name,
      body,
      text,
      mendBy: correctBy,
      at,
    },
  ])
  await audit(
    deed,
    `finding.${event}`,
    { orgCode: discrepancy.orgCode, id: discrepancy._id },
    { version: next.version },
  )
}
