import { z } from 'zod'
import { Instant } from '../common'

/** One kind of what is stored about a person; each record maps Chinese names to values. */
export const OwnDataPart = z.object({
  title: z.string(),
  records: z.array(z.record(z.string(), z.string())),
})
export type OwnDataPart = z.infer<typeof OwnDataPart>

/** Everything stored about the person 我的个人信息 (个人信息保护法 §45). `mayClose`: no posting 任职 is in the way. */
export const OwnData = z.object({
  madeAt: Instant,
  parts: z.array(OwnDataPart),
  mayRename: z.boolean(),
  mayClose: z.boolean(),
})
export type OwnData = z.infer<typeof OwnData>

export const RenameSelf = z.strictObject({ name: z.string().trim().min(2).max(30) })
export type RenameSelf = z.infer<typeof RenameSelf>

/** The word that the person typed or pressed, so that no request closes an account by mistake. */
export const CloseAccount = z.strictObject({ confirm: z.literal('注销') })
export type CloseAccount = z.infer<typeof CloseAccount>

export const ClosedAccount = z.object({ closedAt: Instant })
export type ClosedAccount = z.infer<typeof ClosedAccount>
