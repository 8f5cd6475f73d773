export { type PowerListRow, PowerLists } from './models/powerLists'
export { mayListCases } from './policy'
export { CORE_POWERS, type PowerPlace, requirePower, requirePowerPlace } from './queries/powerLists'
