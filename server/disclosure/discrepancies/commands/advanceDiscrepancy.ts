import { findingStateLabel, findingStep } from '../states'
import type { FindingAbility } from '@shared/contract/disclosure/discrepancy'
import { conflict } from '@server/platform/errors'
import { newId } from '@server/platform/store/collections'
import { type FindingWork, lastFindingEvent } from '../queries/discrepancies'
import { type Deed, audit } from '@server/platform/access/commandContext'

interface Advance {
  event: FindingAbility
  /** Version of the finding that the person saw. */
  seen: number
  /** The body that the person speaks for. */
  body: string
  text: string | null
  mendBy?: string | null
}

async function outrun({ services }: Deed, findingId: string) {
  const last = await lastFindingEvent(services.models, findingId)
  return conflict('finding-changed', last ? `刚刚“${last.label}”，请看过最新情况再办。` : undefined)
}

/** @throws AppError 409 `finding-wrong-state` when the table knows no such step now */
export function stepOr409({ finding }: FindingWork, event: FindingAbility) {
  const step = findingStep(finding.state, event)
  if (step) return step
  const label = findingStateLabel(finding.state)
  throw conflict('finding-wrong-state', `这处不一致现在是“${label}”，不能这样办。`)
}

/**
 * Takes a finding one step on: compare-and-set on id and version, one immutable event, one audit entry. The caller has judged
 * the policy and runs this in a transaction.
 * @throws AppError 409 `finding-changed` when somebody was faster, `finding-wrong-state`
 */
export async function advanceFinding(deed: Deed, work: FindingWork, advance: Advance): Promise<void> {
  const { models, clock } = deed.services
  const { finding } = work
  const { event, seen, body, text, mendBy = null } = advance
  if (seen !== finding.version) throw await outrun(deed, finding._id)
  const step = stepOr409(work, event)
  const at = clock.now()
  const next = { state: step.to ?? finding.state, version: finding.version + 1, updatedAt: at }
  const { modifiedCount } = await models.findings.updateOne(
    { _id: finding._id, version: finding.version },
    { $set: next },
  )
  if (modifiedCount !== 1) throw await outrun(deed, finding._id)
  await models.findingEvents.create([
    {
      _id: newId('fev'),
      findingId: finding._id,
      orgCode: finding.orgCode,
      version: next.version,
      event,
      label: step.label,
      by: deed.actor.id,
      byName: deed.actor.name,
      body,
      text,
      mendBy,
      at,
    },
  ])
  await audit(
    deed,
    `finding.${event}`,
    { orgCode: finding.orgCode, id: finding._id },
    { version: next.version },
  )
}
