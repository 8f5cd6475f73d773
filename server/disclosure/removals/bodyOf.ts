import type { RemovalSide } from '@shared/contract/disclosure/removedNotice'
import type { OrgWithAncestors } from '@server/people/orgs'

/** Returns the name of the body that speaks for a side. */
export function bodyOf({ org, ancestors }: OrgWithAncestors, side: RemovalSide): string {
  if (side === 'supervisors') return org.supervisorName ?? org.name
  return ancestors.at(-1)?.name ?? org.name
}
