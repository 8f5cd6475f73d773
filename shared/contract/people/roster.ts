import { z } from 'zod'
import { AgreementVersion } from './agreement'
import { Id, Instant, Issue, OrgCode, PageQuery, pageOf } from '../common'

/** Last 4 or 6 characters of the resident ID number 身份证后四位或后六位; never stored in clear. */
export const IdTail = z
  .string()
  .trim()
  .regex(/^(?:\d{2})?\d{3}[\dXx]$/)

const PersonName = z.string().trim().min(2).max(30)

/** Result of a roster upload 村民名册; contains no personal names. */
export const RosterReport = z.object({
  total: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  unchanged: z.int(),
  /** Verified people who are missing in the new roster and need a manual check. */
  removedVerified: z.int(),
  warnings: z.array(Issue),
})
export type RosterReport = z.infer<typeof RosterReport>

/** A person of the roster, for the village's staff: the name is partly masked 张*. */
export const RosterPerson = z.object({
  id: Id,
  name: z.string(),
  group: z.string().nullable(),
  hasPhone: z.boolean(),
  verified: z.boolean(),
})
export type RosterPerson = z.infer<typeof RosterPerson>

export const RosterQuery = PageQuery.extend({ name: PersonName.optional() })
export const RosterPage = pageOf(RosterPerson).extend({
  total: z.int(),
  importedAt: Instant.nullable(),
})
export type RosterPage = z.infer<typeof RosterPage>

/** Kind of residency claim 认证申请: own = 我是本村人, elder = on behalf of an elder 代长辈办. */
export const ResidencyClaimKind = z.enum(['own', 'elder'])
export const ResidencyClaimState = z.enum(['pending', 'confirmed', 'refused', 'ended'])
export type ResidencyClaimState = z.infer<typeof ResidencyClaimState>

const Identity = {
  orgCode: OrgCode,
  name: PersonName,
  idTail: IdTail,
  phone: z
    .string()
    .trim()
    .regex(/^1\d{10}$/)
    .optional(),
  /** Version of 身份信息单独同意书 to which the person agrees with this claim. */
  agreed: AgreementVersion.optional(),
}

export const FileResidencyClaim = z.strictObject(Identity)
export type FileResidencyClaim = z.infer<typeof FileResidencyClaim>

/** `name` and `idTail` are the elder's. */
export const FileRelativeClaim = z.strictObject({
  ...Identity,
  relation: z.enum(['child', 'spouse', 'grandchild', 'in-law', 'other']),
})
export type FileRelativeClaim = z.infer<typeof FileRelativeClaim>

/** A residency claim as shown to the claimant. */
export const OwnResidencyClaim = z.object({
  id: Id,
  kind: ResidencyClaimKind,
  orgCode: OrgCode,
  orgName: z.string(),
  /** Name as typed by the claimant; on `elder` that of the elder. */
  name: z.string(),
  relationLabel: z.string().nullable(),
  state: ResidencyClaimState,
  stateLabel: z.string(),
  requestedAt: Instant,
  reason: z.string().nullable(),
})
export type OwnResidencyClaim = z.infer<typeof OwnResidencyClaim>

export const MyResidencyClaims = z.object({ items: z.array(OwnResidencyClaim) })
export type MyResidencyClaims = z.infer<typeof MyResidencyClaims>

/** A residency claim as shown to the village's staff: roster match and phone comparison. */
export const StaffResidencyClaim = OwnResidencyClaim.extend({
  version: z.int(),
  group: z.string().nullable(),
  /** Null if one of the two has no phone number. */
  phoneMatches: z.boolean().nullable(),
  inRoster: z.boolean(),
  decidedByName: z.string().nullable(),
  abilities: z.array(z.enum(['confirm', 'refuse', 'end'])),
})
export type StaffResidencyClaim = z.infer<typeof StaffResidencyClaim>

export const ResidencyClaimQuery = PageQuery.extend({ state: ResidencyClaimState.default('pending') })
export const ResidencyClaimPage = pageOf(StaffResidencyClaim)
export type ResidencyClaimPage = z.infer<typeof ResidencyClaimPage>

export const ConfirmResidencyClaim = z.strictObject({ version: z.int().min(0) })
export type ConfirmResidencyClaim = z.infer<typeof ConfirmResidencyClaim>
/** Reason for refusing or ending a claim, shown to the claimant. */
export const RefuseResidencyClaim = z.strictObject({
  version: z.int().min(0),
  reason: z.string().trim().min(2).max(200),
})
export type RefuseResidencyClaim = z.infer<typeof RefuseResidencyClaim>
