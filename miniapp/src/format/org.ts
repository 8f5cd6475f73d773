import type { OrgKind } from '@shared/contract/people/org'

/** Villages and communities have a board of their own; the levels above have catalogues. */
export const isTenant = ({ kind }: { kind: OrgKind }): boolean => kind === 'village' || kind === 'community'
