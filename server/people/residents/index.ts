import { ResidencyClaims as ownResidencyClaims } from './models/residencyClaims'
import { RosterEntries as ownRosterEntries } from './models/rosterEntries'
import { readable } from '@server/platform/store/collection'

export { coverPersonalNames } from './commands/coverPersonalNames'
export type { ResidencyClaimRow } from './models/residencyClaims'
export type { RosterEntryRow } from './models/rosterEntries'
export { presentOwnClaim } from './presenters/roster'
export { claimsOf, eldersOf } from './queries/roster'

export const ResidencyClaims = readable(ownResidencyClaims)
export const RosterEntries = readable(ownRosterEntries)
