import type { ObjectionAbility } from '@shared/contract/participation/objection'
import { chinaDate } from '@shared/common/period'
import { maskText } from '@server/domain/privacy/maskText'
import { faultText } from '@shared/texts/errors'
import { advanceObjection } from '../commands/advanceObjection'
import type { CommandContext } from '@server/platform/access/commandContext'
import { requirementsUnmet } from '@server/platform/errors'
import { presentObjectionPage } from '../presenters/objection'
import { requireObjection } from '../queries/objections'
import { bodyOf, objectionView } from '../policy'
import { authorize } from '../policy'

interface Step {
  /** Ability to judge. */
  ability: ObjectionAbility
  /** Event where it differs from the ability: the objector is not satisfied. */
  event?: 'dissatisfy'
  version: number
  text?: string | null
}

/** Loads an objection, judges the policy, applies one transition and presents the result. */
export async function takeStep(
  deed: CommandContext,
  id: string,
  { ability, event, version, text = null }: Step,
) {
  const { db, clock } = deed.services
  const work = await requireObjection(db, id)
  const view = objectionView(work)
  authorize(deed.actor, `objection.${ability}`, view)
  const byObjector = ability === 'settle' || ability === 'escalate' || ability === 'withdraw'
  await advanceObjection(deed, work, {
    event: event ?? ability,
    action: `objection.${ability}`,
    seen: version,
    text: byObjector && text !== null ? maskText(text, 'block', chinaDate(clock.now())).text : text,
    body: byObjector ? null : bodyOf(deed.actor, work),
  })
  return presentObjectionPage(await requireObjection(db, id), deed.actor, clock.now())
}

/** Refuses personal numbers in an office's text. @throws AppError 422 */
export function refuseNumbers(field: 'text' | 'reason', text: string, now: Date): void {
  if (maskText(text, 'block', chinaDate(now)).kinds.length === 0) return
  throw requirementsUnmet([{ code: 'personal-data', field, message: faultText([field], 'personal-data') }])
}
