import type { Me } from '@shared/schemas/auth'
import { type Actor, workAreas } from '../policies'

/** What a person is told about themselves. */
export const presentMe = (actor: Actor): Me => ({
  id: actor.id,
  name: actor.name,
  roles: [...actor.roles],
  abilities: workAreas(actor),
})
