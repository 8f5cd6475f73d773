import { differencesFrom } from '@server/domain/power/model'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import { chinaDate } from '@shared/common/period'
import type { PowerItem } from '@shared/contract/power/item'
import { CORE_POWERS } from '@server/power/lists/queries/powerLists'
import type { OrgRow } from '@server/people/orgs/models/orgs'
import type { PowerListRow } from '@server/power/lists/models/powerLists'

const MEETING = '村民代表会议'
/** Every second village has adopted the model list; the others show it as a model. */
const EVERY = 2

/** Change of the streets' model since the villages adopted it. */
const ADAPTED = { code: 'YZ-01', never: '不得把公章交给外人自己盖', reason: '区里检查时发现有人把章借出去盖' }

/** Item omitted by the first village, with its reason. */
const LEFT_OUT = { code: 'ZC-05', reason: '村里没有征过地，以后有了再开会加上' }

const adapted = (item: PowerItem): PowerItem =>
  item.code === ADAPTED.code ? { ...item, negative: [...item.negative, ADAPTED.never] } : item

/** Builds an adopted list. */
function listOf(org: OrgRow, items: readonly PowerItem[], meeting: string, at: Date): PowerListRow {
  const on = chinaDate(at)
  const adopted = { meeting, on }
  return {
    _id: org._id,
    version: 1,
    items: items.map(item => ({ ...item, adopted, inForce: on })),
    off: [],
    adopted,
    inForce: on,
    taken: { version: 0, differences: [] },
    updatedAt: at,
  }
}

/** Builds a village's list; the first village's has one item fewer. */
function villageList(org: OrgRow, at: Date, isFirst: boolean): PowerListRow {
  const items = CORE_POWERS.filter(({ code }) => !isFirst || code !== LEFT_OUT.code)
  const reasons = new Map([[LEFT_OUT.code, LEFT_OUT.reason]])
  const differences = differencesFrom(items, CORE_POWERS, reasons, null)
  return { ...listOf(org, items, MEETING, at), taken: { version: 1, differences } }
}

function modelOf(street: OrgRow, at: Date): PowerListRow {
  const items = CORE_POWERS.map(adapted)
  const reasons = new Map([[ADAPTED.code, ADAPTED.reason]])
  const differences = differencesFrom(items, CORE_POWERS, reasons, null)
  return {
    ...listOf(street, items, '街道党工委会议', at),
    version: 2,
    taken: { version: 0, differences },
  }
}

/**
 * Builds the power lists 小微权力清单 of the demonstration, villages first: adopted on the day of their first
 * notices, from the streets' model of that day, which has changed since.
 */
export function seedPowers(orgs: readonly OrgRow[], from: Date, now: Date): PowerListRow[] {
  const villages = orgs.filter(isVillage).filter((_, at) => at % EVERY === 0)
  return [
    ...villages.map((org, at) => villageList(org, from, at === 0)),
    ...orgs.filter(isStreet).map(street => modelOf(street, now)),
  ]
}
