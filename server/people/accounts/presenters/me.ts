import type { Me } from '@shared/contract/people/auth'
import { type Actor, homeOf } from '@server/platform/access/actor'
import { workAreas } from '../workAreas'

/** Presents their own account to a person. `agreed`: to the texts in force. */
export const presentMe = (actor: Actor, agreed: boolean): Me => ({
  id: actor.id,
  name: actor.name,
  roles: [...actor.roles],
  abilities: workAreas(actor),
  secondFactor: actor.secondFactor ?? 'off',
  recoveryCodesLeft: actor.recoveryCodesLeft ?? null,
  staff: homeOf(actor) !== '',
  agreementDue: !agreed,
})
