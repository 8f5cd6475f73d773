import { PowerLists as ownPowerLists } from './models/powerLists'
import { readable } from '@server/platform/store/collection'

export { addTaken, itemsOf } from './migrations/addTaken'
export type { PowerListRow } from './models/powerLists'
export { mayListCases } from './policy'
export { CORE_POWERS, type PowerPlace, requirePower, requirePowerPlace } from './queries/powerLists'

export const PowerLists = readable(ownPowerLists)
