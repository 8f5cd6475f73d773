import type { Role } from '@shared/contract/people/auth'
import { defineCollection, instant, instantOrNull, text } from '@server/platform/store/collection'

/** Role grant 任职: a role of a user in one organisation, with its term. Read on every request. */
export interface RoleGrantRow {
  _id: string
  userId: string
  role: Role
  orgCode: string
  from: Date
  /** End of the term; null = open. */
  to: Date | null
  revokedAt: Date | null
  /** Person who granted it; absent = the operator, the program, or before grants were confirmed. */
  grantedBy?: string
  /** 待确认: not in force until a second administrator confirms it; absent = confirmed. */
  unconfirmed?: boolean
  /** Raised by every change; absent = never changed. */
  version?: number
}

export const RoleGrants = defineCollection<RoleGrantRow>({
  name: 'roleGrants',
  recorded: { as: 'grant', org: 'orgCode' },
  fields: {
    _id: text,
    userId: text,
    role: text,
    orgCode: text,
    from: instant,
    to: instantOrNull,
    revokedAt: instantOrNull,
    grantedBy: { type: String },
    unconfirmed: { type: Boolean },
    version: { type: Number, default: 0 },
  },
  indexes: [
    { fields: { userId: 1, orgCode: 1, role: 1 } },
    { fields: { orgCode: 1, role: 1, userId: 1 } },
    { fields: { orgCode: 1, from: -1, _id: -1 } },
  ],
})
