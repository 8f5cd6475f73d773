import { isVillage } from '@shared/domain/orgKinds'
import { chinaDate } from '@shared/domain/period'
import type { OrgRow, PowerListRow } from '../models'
import { CORE_POWERS } from '../queries/powers'

const MEETING = '村民代表会议'
/** Every second village has adopted the model list; the others show it as a model. */
const EVERY = 2

/** Micro-power lists of the demonstration, adopted on the day on which its notices begin. */
export function seedPowers(orgs: readonly OrgRow[], from: Date): PowerListRow[] {
  const on = chinaDate(from)
  const adopted = { meeting: MEETING, on }
  return orgs
    .filter(isVillage)
    .filter((_, at) => at % EVERY === 0)
    .map(({ _id }) => ({
      _id,
      version: 1,
      items: CORE_POWERS.map(item => ({ ...item, adopted, inForce: on })),
      off: [],
      adopted,
      inForce: on,
      taken: { version: 0, differences: [] },
      updatedAt: from,
    }))
}
