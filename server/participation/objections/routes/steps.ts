import type { Caller } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import type { ObjectionAbility } from '@shared/contract/participation/objection'
import { chinaDate } from '@shared/common/period'
import { maskText } from '@server/domain/privacy/maskText'
import { faultText } from '@shared/texts/errors'
import { advanceObjection } from '../commands/advanceObjection'
import { requirementsUnmet } from '@server/platform/errors'
import { presentObjectionPage } from '../presenters/objection'
import { requireObjection } from '../queries/objections'
import { bodyOf, objectionView, authorize } from '../policy'

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
  tx: Tx,
  caller: Caller,
  id: string,
  { ability, event, version, text = null }: Step,
) {
  const work = await requireObjection(tx, id)
  const view = objectionView(work)
  const by = authorize(caller, `objection.${ability}`, view)
  const byObjector = ability === 'settle' || ability === 'escalate' || ability === 'withdraw'
  await advanceObjection(tx, by, work, {
    event: event ?? ability,
    seen: version,
    text: byObjector && text !== null ? maskText(text, 'block', chinaDate(tx.now)).text : text,
    body: byObjector ? null : bodyOf(by.actor, work),
  })
  return presentObjectionPage(await requireObjection(tx, id), caller.actor, tx.now)
}

/** Refuses personal numbers in an office's text. @throws AppError 422 */
export function refuseNumbers(field: 'text' | 'reason', text: string, now: Date): void {
  if (maskText(text, 'block', chinaDate(now)).kinds.length === 0) return
  throw requirementsUnmet([{ code: 'personal-data', field, message: faultText([field], 'personal-data') }])
}
