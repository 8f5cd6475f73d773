export { type OrgRow, Orgs } from './models/orgs'
export { orgTarget } from './orgTarget'
export { presentOrgPage, presentOrgRef } from './presenters/org'
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
