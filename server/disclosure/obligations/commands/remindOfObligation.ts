import { isUndone } from '@server/domain/obligation'
import { REMINDER_TEXT } from '@shared/facts/disclosure/obligationRules'
import { chinaDate, dateLabel } from '@shared/common/period'
import type { RemindDuty } from '@shared/contract/disclosure/obligation'
import { conflict, requirementsUnmet } from '@server/platform/errors'
import type { OrgRow } from '@server/platform/store/collections'
import type { DutyWork } from '../queries/obligations'
import { wordsIssues } from '@server/disclosure/notices/requirements'
import { notify } from '@server/people/messages/commands/notify'
import { type Deed, audit } from '@server/platform/access/commandContext'
import { changeDuty } from './obligationRows'
import { writersOf } from './notifyDeadlines'

/**
 * 街道提醒: the village's people are told, and the reminder stands on the duty. Once a day for a duty; nothing else changes. Runs
 * in a transaction. @throws AppError 422 for personal data in the words; 409 `duty-wrong-state`, `reminded-today`, `duty-changed`
 */
export async function remindDuty(
  deed: Deed,
  { duty, org }: DutyWork,
  { text = REMINDER_TEXT }: RemindDuty,
): Promise<void> {
  const { models, clock } = deed.services
  const at = clock.now()
  const today = chinaDate(at)
  const issues = wordsIssues({ text }, today)
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (!isUndone(duty)) throw conflict('duty-wrong-state')
  if (duty.reminders.some(one => chinaDate(one.at) === today)) throw conflict('reminded-today')
  const street = await models.orgs.findById(org.parentCode, { name: 1 }).lean<Pick<OrgRow, 'name'>>().exec()
  const reminder = { by: deed.actor.name, body: street?.name ?? '', text, at: at.toISOString() }
  const changed = await changeDuty(models, duty, { reminders: [...duty.reminders, reminder] }, at)
  if (!changed) throw conflict('duty-changed')
  const name = duty.name.split(' › ').at(-1) ?? duty.name
  for (const role of writersOf(org)) {
    await notify(models, clock, {
      role,
      orgCode: org._id,
      kind: 'work',
      title: `${reminder.body}提醒公开：${name}`,
      text: `${text}${duty.dueOn ? `期限 ${dateLabel(duty.dueOn)}。` : ''}`,
      place: org.name,
      link: `duties/${org._id}`,
      dedupeKey: `remind:${duty._id}:${today}`,
    })
  }
  await audit(deed, 'duty.remind', { orgCode: org._id, id: duty._id })
}
