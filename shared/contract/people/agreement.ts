import { z } from 'zod'
import { Instant } from '../common'

/** What a person agrees to: `use` = 隐私政策 and 用户协议, `identity` = the separate consent to an identity check. */
export const AgreementKind = z.enum(['use', 'identity'])
export type AgreementKind = z.infer<typeof AgreementKind>

/** Version of the texts that the person saw, as in shared/facts/people/policies/inForce. */
export const AgreementVersion = z.string().regex(/^\d{1,4}(\.\d{1,4})?$/)

export const GiveAgreement = z.strictObject({ kind: AgreementKind, version: AgreementVersion })
export type GiveAgreement = z.infer<typeof GiveAgreement>

/** Agreement 同意记录 of a person. */
export const Agreement = z.object({ kind: AgreementKind, version: z.string(), at: Instant })
export type Agreement = z.infer<typeof Agreement>
