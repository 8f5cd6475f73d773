import { z } from 'zod'
import { ROLE_CODES } from '../../facts/people/roles'
import { Id, OrgCode } from '../common'
import { AgreementVersion } from './agreement'

/**
 * Roles 角色. A role is valid within its organisation and below it, as policies define; names in
 * shared/facts/people/roles.
 */
export const Role = z.enum(ROLE_CODES)
export type Role = z.infer<typeof Role>

export const RoleGrant = z.object({ role: Role, orgCode: OrgCode, orgName: z.string() })
export type RoleGrant = z.infer<typeof RoleGrant>

/** `agreed`: version of 隐私政策 and 用户协议 that the person agreed to; a first login requires it. */
export const WechatLogin = z.strictObject({
  code: z.string().min(1).max(128),
  agreed: AgreementVersion.optional(),
})
export type WechatLogin = z.infer<typeof WechatLogin>

export const RefreshRequest = z.strictObject({ refreshToken: z.string().min(20).max(200) })
export type RefreshRequest = z.infer<typeof RefreshRequest>

/**
 * Work areas shown to staff: drafts and sign-offs, writing a notice, importing a catalogue; accounts, failed jobs,
 * holiday tables, roles, the audit log.
 */
export const WorkArea = z.enum([
  'workbench',
  'notice-create',
  'catalogue-import',
  'accounts',
  'operation',
  'holidays',
  'grants',
  'audit',
])
export type WorkArea = z.infer<typeof WorkArea>

/**
 * State of the second factor 动态码 for this login. `off`: not required. `enrol`: required but not set up.
 * `verify`: code required before staff roles are valid. `given`: code accepted.
 */
export const SecondFactorState = z.enum(['off', 'enrol', 'verify', 'given'])
export type SecondFactorState = z.infer<typeof SecondFactorState>

/** Secret for an authenticator app, shown once: base32, as an `otpauth://` URL, and this URL as a code to scan (data URL). */
export const FactorSecret = z.object({ secret: z.string(), url: z.string(), picture: z.string() })
export type FactorSecret = z.infer<typeof FactorSecret>

export const FactorCode = z.strictObject({ code: z.string().regex(/^[0-9]{6}$/) })
export type FactorCode = z.infer<typeof FactorCode>

/** Recovery code 恢复码: ten letters and digits in two groups; spaces, dashes and lower case are ignored. */
export const RecoveryCode = z.strictObject({ code: z.string().min(10).max(20) })
export type RecoveryCode = z.infer<typeof RecoveryCode>

/** New recovery codes, shown once. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** The current user and what the client may show. The client implements no permission rule itself. */
export const Me = z.object({
  id: Id,
  name: z.string(),
  roles: z.array(RoleGrant),
  abilities: z.array(WorkArea),
  secondFactor: SecondFactorState,
  /** Unused recovery codes; null without a second factor. */
  recoveryCodesLeft: z.int().nullable(),
  /** Has a staff role, active or waiting for the second factor. */
  staff: z.boolean(),
  /** The texts in force are newer than what the person agreed to: personal input is refused. */
  agreementDue: z.boolean(),
})
export type Me = z.infer<typeof Me>

/** Access token, valid for up to 2 h; the refresh token is used once and replaced. */
export const Session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.int(),
  me: Me,
})
export type Session = z.infer<typeof Session>

/** Answer to a logout; the same whether or not the token was valid. */
export const LoggedOut = z.object({ loggedOut: z.literal(true) })
export type LoggedOut = z.infer<typeof LoggedOut>
