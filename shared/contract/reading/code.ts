import { z } from 'zod'
import { Id, OrgCode } from '../common'

/** Codes 码 on paper and screens: what they name, resolved without login. */

/** Path of a plain page without its first slash: `n/7208121`, `n/ntc_…`, `v/机构`, `c/机构`, `c/机构/事项`. */
export const CodePath = z
  .string()
  .max(120)
  .regex(
    /^(n\/(\d{7}|ntc_[0-9a-z]{1,40})|[vc]\/[A-Z0-9][A-Z0-9-]{0,31}|c\/[A-Z0-9][A-Z0-9-]{0,31}\/[0-9a-z-]{4,64})$/,
  )

export const CodeQuery = z.object({
  code: CodePath,
  /** Host of the address that the code carries; another installation's codes are refused. */
  host: z.string().max(260).optional(),
})
export type CodeQuery = z.infer<typeof CodeQuery>

/** What a code names. */
export const CodeTarget = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('notice'),
    id: Id,
    title: z.string(),
    orgName: z.string(),
    periodLabel: z.string(),
  }),
  z.object({ kind: z.literal('place'), orgCode: OrgCode, orgName: z.string() }),
  z.object({ kind: z.literal('catalogue'), orgCode: OrgCode, orgName: z.string() }),
  z.object({ kind: z.literal('item'), id: Id, orgCode: OrgCode, title: z.string() }),
])
export type CodeTarget = z.infer<typeof CodeTarget>

/** Seldom more than one: two notices may share a short code. */
export const CodeTargets = z.object({ items: z.array(CodeTarget).min(1) })
export type CodeTargets = z.infer<typeof CodeTargets>
