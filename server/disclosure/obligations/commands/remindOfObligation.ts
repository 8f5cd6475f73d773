import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { isUndone } from '@server/domain/obligation'
import { REMINDER_TEXT } from '@shared/facts/disclosure/obligationRules'
import { chinaDate, dateLabel } from '@shared/common/period'
import type { RemindObligation } from '@shared/contract/disclosure/obligation'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { ObligationContext } from '../queries/obligations'
import { changeObligation } from './obligationRows'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { notify } from '@server/people/messages'
import { writersOf, Orgs, type OrgRow } from '@server/people/orgs'

/**
 * Reminds the village of an obligation 街道提醒: notifies its staff and stores the reminder on the obligation, at most
 * once a day.
 * @throws AppError 422 for personal data in the text; 409 `duty-wrong-state`, `reminded-today`, `duty-changed`
 */
export async function remindObligation(
  tx: Tx,
  by: Authorised<'obligation.remind'>,
  { obligation, org }: ObligationContext,
  { text = REMINDER_TEXT }: RemindObligation,
): Promise<void> {
  const at = tx.now
  const today = chinaDate(at)
  const issues = wordsIssues({ text }, today)
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (!isUndone(obligation)) throw conflict('duty-wrong-state')
  if (obligation.reminders.some(one => chinaDate(one.at) === today)) throw conflict('reminded-today')
  const street = await tx.of(Orgs).findById(org.parentCode, { name: 1 }).lean<Pick<OrgRow, 'name'>>().exec()
  const reminder = { by: by.actor.name, body: street?.name ?? '', text, at: at.toISOString() }
  const changed = await changeObligation(
    tx,
    obligation,
    { reminders: [...obligation.reminders, reminder] },
    at,
  )
  if (!changed) throw conflict('duty-changed')
  const name = obligation.name.split(' › ').at(-1) ?? obligation.name
  for (const role of writersOf(org)) {
    await notify(tx, {
      role,
      orgCode: org._id,
      kind: 'work',
      title: `${reminder.body}提醒公开：${name}`,
      text: `${text}${obligation.dueOn ? `期限 ${dateLabel(obligation.dueOn)}。` : ''}`,
      place: org.name,
      link: `obligations/${org._id}`,
      dedupeKey: `remind:${obligation._id}:${today}`,
    })
  }
  await audit(tx, by, { orgCode: org._id, id: obligation._id })
}
