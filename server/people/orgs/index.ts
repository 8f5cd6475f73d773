import { Orgs as ownOrgs } from './models/orgs'
import { readable } from '@server/platform/store/collection'

export { setObligationsFrom, setOrgConditions } from './commands/obligationSettings'
export type { OrgRow } from './models/orgs'
export { answerSpan } from './answerSpan'
export { actingCode, requireStanding } from './commands/changeOrg'
export type { OrgMerged } from './events'
export { actingTarget, listedUnder, orgTarget } from './orgTarget'
export { presentContacts, presentOrgPage, presentOrgRef, printedOrg } from './presenters/org'
export {
  type OrgNames,
  type OrgWithAncestors,
  findNamed,
  findOrg,
  firstVillage,
  namesIn,
  requireOrg,
  requireOrgTarget,
  streetOf,
  villagesUnder,
} from './queries/orgs'
export { writersOf } from './writers'

export const Orgs = readable(ownOrgs)
