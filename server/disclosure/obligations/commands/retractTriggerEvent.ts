import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { isDone } from '@server/domain/obligation'
import { chinaDate } from '@shared/common/period'
import type { RetractTriggerEvent } from '@shared/contract/disclosure/obligation'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import { changeObligation } from './obligationRows'
import { refreshMatrix } from './refreshMatrix'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { TriggerEvents, type TriggerEventRow } from '../models/triggerEvents'
import { Obligations, type ObligationRow } from '../models/obligations'
import type { OrgRow } from '@server/people/orgs'

/**
 * Retracts an event recorded by mistake 撤回登记: its open obligations no longer apply, with the reason; done ones
 * stay.
 * @throws AppError 422 for personal data in the reason; 409 `event-retracted`
 */
export async function retractEvent(
  tx: Tx,
  by: Authorised<'triggerEvent.retract'>,
  { event, org }: { event: TriggerEventRow; org: OrgRow },
  { reason }: RetractTriggerEvent,
): Promise<void> {
  const at = tx.now
  const issues = wordsIssues({ reason }, chinaDate(at))
  if (issues.length > 0) throw requirementsUnmet(issues)
  const retracted = { byName: by.actor.name, reason, at }
  const { modifiedCount } = await tx
    .of(TriggerEvents)
    .updateOne({ _id: event._id, retracted: null }, { $set: { retracted } })
  if (modifiedCount !== 1) throw conflict('event-retracted')
  const obligations = await tx.of(Obligations).find({ eventId: event._id }).lean<ObligationRow[]>().exec()
  for (const obligation of obligations) {
    const over = { status: 'not-applicable', reason: `登记撤回：${reason}`, byRule: false } as const
    await changeObligation(tx, obligation, { eventId: null, ...(!isDone(obligation) && over) }, at)
  }
  await refreshMatrix(tx, org, obligations, { at })
  await audit(tx, by, { orgCode: org._id, id: event._id })
}
