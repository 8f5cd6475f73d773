import type { OrgRow } from '@server/platform/store/collections'
import type { Role } from '@shared/contract/people/auth'
import { isVillage } from '@shared/common/orgKinds'

/** Who writes for the organisation. */
export const writersOf = (org: OrgRow): Role[] => (isVillage(org) ? ['editor', 'head'] : ['street-clerk'])
