/** Levels of an organisation 机构层级: 新区 → 新城 → 街道/镇 → 村/社区. */
export const ORG_KINDS = ['new-area', 'new-city', 'street', 'town', 'village', 'community'] as const
export type OrgKind = (typeof ORG_KINDS)[number]

const KINDS_WITH_RESIDENTS: ReadonlySet<OrgKind> = new Set<OrgKind>(['village', 'community'])
const KINDS_OF_STREET: ReadonlySet<OrgKind> = new Set<OrgKind>(['street', 'town'])

/** True for a self-governing body 村、社区. */
export const isVillage = ({ kind }: { kind: OrgKind }): boolean => KINDS_WITH_RESIDENTS.has(kind)
/** True for the lowest level of government 街道、镇（乡）. */
export const isStreet = ({ kind }: { kind: OrgKind }): boolean => KINDS_OF_STREET.has(kind)
