import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { SetConditions } from '@shared/contract/disclosure/obligation'
import { refreshObligations } from './refreshObligations'
import { setOrgConditions, type OrgRow } from '@server/people/orgs'

/**
 * Stores the village's conditions 集体财务往来较多 and recomputes its obligations.
 */
export async function setConditions(
  tx: Tx,
  by: Authorised<'obligation.set-conditions'>,
  org: OrgRow,
  { conditions }: SetConditions,
): Promise<OrgRow> {
  const said = [...new Set(conditions)]
  await setOrgConditions(tx, org._id, said)
  const changed = { ...org, conditions: said }
  await refreshObligations(tx, changed, tx.now)
  await audit(tx, by, { orgCode: org._id, id: org._id }, { conditions: said.join() })
  return changed
}
