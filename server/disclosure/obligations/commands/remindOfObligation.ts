import { isUndone } from '@server/domain/obligation'
import { REMINDER_TEXT } from '@shared/facts/disclosure/obligationRules'
import { chinaDate, dateLabel } from '@shared/common/period'
import type { RemindObligation } from '@shared/contract/disclosure/obligation'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { ObligationContext } from '../queries/obligations'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { changeObligation } from './obligationRows'
import { wordsIssues } from '@server/domain/privacy/textIssues'
import { notify } from '@server/people/messages'
import { writersOf, Orgs, type OrgRow } from '@server/people/orgs'

/**
 * Reminds the village of an obligation 街道提醒: notifies its staff and stores the reminder on the obligation, at most
 * once a day. Runs in the caller's transaction.
 * @throws AppError 422 for personal data in the text; 409 `duty-wrong-state`, `reminded-today`, `duty-changed`
 */
export async function remindObligation(
  deed: CommandContext,
  { duty: obligation, org }: ObligationContext,
  { text = REMINDER_TEXT }: RemindObligation,
): Promise<void> {
  const { db, clock } = deed.services
  const at = clock.now()
  const today = chinaDate(at)
  const issues = wordsIssues({ text }, today)
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (!isUndone(obligation)) throw conflict('duty-wrong-state')
  if (obligation.reminders.some(one => chinaDate(one.at) === today)) throw conflict('reminded-today')
  const street = await db.of(Orgs).findById(org.parentCode, { name: 1 }).lean<Pick<OrgRow, 'name'>>().exec()
  const reminder = { by: deed.actor.name, body: street?.name ?? '', text, at: at.toISOString() }
  const changed = await changeObligation(
    db,
    obligation,
    { reminders: [...obligation.reminders, reminder] },
    at,
  )
  if (!changed) throw conflict('duty-changed')
  const name = obligation.name.split(' › ').at(-1) ?? obligation.name
  for (const role of writersOf(org)) {
    await notify(db, clock, {
      role,
      orgCode: org._id,
      kind: 'work',
      title: `${reminder.body}提醒公开：${name}`,
      text: `${text}${obligation.dueOn ? `期限 ${dateLabel(obligation.dueOn)}。` : ''}`,
      place: org.name,
      link: `duties/${org._id}`,
      dedupeKey: `remind:${obligation._id}:${today}`,
    })
  }
  await audit(deed, 'duty.remind', { orgCode: org._id, id: obligation._id })
}
