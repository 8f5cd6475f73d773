import type { OrgKind } from '@shared/contract/people/org'

/** True for villages and communities, which have boards; higher levels have catalogues. */
export const isTenant = ({ kind }: { kind: OrgKind }): boolean => kind === 'village' || kind === 'community'
