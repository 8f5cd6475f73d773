import type { Me } from '@shared/schemas/auth'
import { type Actor, workAreas } from '../policies'
import { homeOf } from '../policies/actor'

/** What a person is told about themselves. */
export const presentMe = (actor: Actor): Me => ({
  id: actor.id,
  name: actor.name,
  roles: [...actor.roles],
  abilities: workAreas(actor),
  secondFactor: actor.secondFactor ?? 'off',
  staff: homeOf(actor) !== '',
})
