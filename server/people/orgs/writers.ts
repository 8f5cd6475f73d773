import type { Role } from '@shared/contract/people/auth'
import { isVillage } from '@shared/common/orgKinds'
import type { OrgRow } from './models/orgs'

/** Returns the roles that write for the organisation. */
export const writersOf = (org: OrgRow): Role[] => (isVillage(org) ? ['editor', 'head'] : ['street-clerk'])
