import { z } from 'zod'
import { Role } from './auth'
import { CalendarDate, Id, Instant, OrgCode, PageQuery, pageOf } from '../common'

/** Days of a term of office in China, both inclusive, from 2000 to 2099. */
const TermDate = CalendarDate.refine(date => date >= '2000-01-01' && date <= '2099-12-31', 'bad-format')

const inOrder = ({ from, to }: { from: string; to: string | null }) => to === null || from <= to

/** Grants a role 授予角色. `to` null: until revoked. */
export const GrantRole = z
  .strictObject({ userId: Id, role: Role, from: TermDate, to: TermDate.nullable().default(null) })
  .refine(inOrder, { path: ['to'], error: 'before-start' })
export type GrantRole = z.input<typeof GrantRole>

export const ChangeTerm = z
  .strictObject({ version: z.int().min(0), from: TermDate, to: TermDate.nullable() })
  .refine(inOrder, { path: ['to'], error: 'before-start' })
export type ChangeTerm = z.infer<typeof ChangeTerm>

/** Reason for revoking a role 免职原因, from a fixed list, so that the audit log needs no free text. */
export const RevokeReason = z.enum(['term-over', 'resigned', 'recalled', 'moved', 'mistake'])
export type RevokeReason = z.infer<typeof RevokeReason>

export const RevokeRole = z.strictObject({ version: z.int().min(0), reason: RevokeReason })
export type RevokeRole = z.infer<typeof RevokeRole>

/** Confirms a grant 确认任职, as the second administrator. */
export const ConfirmGrant = z.strictObject({ version: z.int().min(0) })
export type ConfirmGrant = z.infer<typeof ConfirmGrant>

/** State of a grant today: 待确认, 未开始, 在任, 期满, 已撤销. */
export const GrantState = z.enum(['unconfirmed', 'waiting', 'current', 'ended', 'revoked'])

/** Grant 任职 as shown to administrators. */
export const Grant = z.object({
  id: Id,
  userId: Id,
  userName: z.string(),
  role: Role,
  roleLabel: z.string(),
  orgCode: OrgCode,
  orgName: z.string(),
  from: CalendarDate,
  to: CalendarDate.nullable(),
  state: GrantState,
  version: z.int(),
  /** What the reader may do: confirm it; change its term and revoke it. Empty within an account. */
  abilities: z.array(z.enum(['confirm', 'change'])),
})
export type Grant = z.infer<typeof Grant>

export const GrantQuery = PageQuery
export const GrantList = pageOf(Grant)
export type GrantList = z.infer<typeof GrantList>

/** Account 账号 as shown to administrators, without the openid. */
export const Account = z.object({
  id: Id,
  name: z.string(),
  /** Job title 职务 as printed next to the name. */
  jobTitle: z.string(),
  grants: z.array(Grant),
})
export type Account = z.infer<typeof Account>

/** Appointment code 任职码 on the phone of the person to be appointed. */
export const AppointmentCode = z.object({ code: z.string().regex(/^\d{8}$/), expiresAt: Instant })
export type AppointmentCode = z.infer<typeof AppointmentCode>

export const ByAppointmentCode = AppointmentCode.pick({ code: true })

export const EditAccount = z.strictObject({
  name: z.string().trim().min(1).max(30),
  jobTitle: z.string().trim().max(30),
})
export type EditAccount = z.infer<typeof EditAccount>
