import type { PutConditions } from '@shared/contract/disclosure/obligation'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { refreshObligations } from './refreshObligations'
import { Orgs, type OrgRow } from '@server/people/orgs'

/**
 * Stores the village's conditions 集体财务往来较多 and recomputes its obligations. Runs in the caller's transaction.
 */
export async function setConditions(
  deed: CommandContext,
  org: OrgRow,
  { conditions }: PutConditions,
): Promise<OrgRow> {
  const { db, clock } = deed.services
  const said = [...new Set(conditions)]
  await db.of(Orgs).updateOne({ _id: org._id }, { $set: { conditions: said } })
  const changed = { ...org, conditions: said }
  await refreshObligations(db, changed, clock.now())
  await audit(deed, 'duty.set-conditions', { orgCode: org._id, id: org._id }, { conditions: said.join() })
  return changed
}
