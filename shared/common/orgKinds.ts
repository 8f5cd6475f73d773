import type { Org } from '../contract/people/org'

type Kind = Org['kind']

const KINDS_WITH_RESIDENTS: ReadonlySet<Kind> = new Set<Kind>(['village', 'community'])
const KINDS_OF_STREET: ReadonlySet<Kind> = new Set<Kind>(['street', 'town'])

/** A body that governs itself 村、社区. */
export const isVillage = ({ kind }: { kind: Kind }): boolean => KINDS_WITH_RESIDENTS.has(kind)
/** The lowest level of the government 街道、镇（乡）. */
export const isStreet = ({ kind }: { kind: Kind }): boolean => KINDS_OF_STREET.has(kind)
