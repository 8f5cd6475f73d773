import { PowerLists as ownPowerLists } from './models/powerLists'
import { readable } from '@server/platform/store/collection'

export { addTaken, itemsOf } from './migrations/addTaken'
export { mayListCases } from './policy'
export { type ListedService, guideAsked } from './events'
export { type PowerPlace, powersInForce, requirePower, requirePowerPlace } from './queries/powerLists'

export const PowerLists = readable(ownPowerLists)
