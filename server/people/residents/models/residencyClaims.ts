import type { RelationCode } from '@shared/facts/people/residencyRules'
import type { ResidencyClaimState } from '@shared/contract/people/roster'
import {
  defineCollection,
  instant,
  instantOrNull,
  text,
  textOrNull,
  whole,
  yesNo,
} from '@server/platform/store/collection'

/**
 * Residency claim 村民身份认证: a user claims to be a person of the roster or to act for one. Matched with the roster when filed,
 * effective once the village's staff confirm it.
 */
export interface ResidencyClaimRow {
  _id: string
  userId: string
  orgCode: string
  kind: 'own' | 'elder'
  relation: RelationCode | null
  /** Name and group from the roster. */
  name: string
  group: string | null
  /** The roster entry's `person`. */
  person: string
  phoneMatches: boolean | null
  state: ResidencyClaimState
  version: number
  requestedAt: Date
  decidedAt: Date | null
  decidedBy: string | null
  decidedByName: string | null
  reason: string | null
  /** The role granted with it; null on `elder` and while it is not in force. */
  grantId: string | null
  /** Pending or confirmed. */
  live: boolean
  /** A confirmed `own` claim: excludes other accounts from the same person. */
  holds: boolean
}

const maybe: { type: BooleanConstructor; default: null } = { type: Boolean, default: null }

export const ResidencyClaims = defineCollection<ResidencyClaimRow>({
  name: 'residencyClaims',
  fields: {
    _id: text,
    userId: text,
    orgCode: text,
    kind: text,
    relation: textOrNull,
    name: text,
    group: textOrNull,
    person: text,
    phoneMatches: maybe,
    state: text,
    version: whole,
    requestedAt: instant,
    decidedAt: instantOrNull,
    decidedBy: textOrNull,
    decidedByName: textOrNull,
    reason: textOrNull,
    grantId: textOrNull,
    live: yesNo,
    holds: yesNo,
  },
  indexes: [
    { fields: { userId: 1, orgCode: 1, kind: 1, person: 1, live: 1 }, unique: true, partial: { live: true } },
    { fields: { orgCode: 1, person: 1, holds: 1 }, unique: true, partial: { holds: true } },
    { fields: { userId: 1, requestedAt: -1, _id: -1 } },
    { fields: { orgCode: 1, state: 1, requestedAt: -1, _id: -1 } },
    { fields: { live: 1, decidedAt: 1 } },
  ],
})
