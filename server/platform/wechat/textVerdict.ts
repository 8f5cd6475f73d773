import { z } from 'zod'

/** WeChat's suggestion 建议: pass, refuse, or have a person check it. */
export type Verdict = 'pass' | 'risky' | 'review'

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html, read 2026-11. */
export const VerdictAnswer = z.object({
  errcode: z.literal(0),
  result: z.object({ suggest: z.enum(['pass', 'risky', 'review']), label: z.int() }),
})

/** Returns `result.suggest`; null for an answer without it, whatever else it contains. */
export const verdictOf = (answer: z.ZodSafeParseResult<z.infer<typeof VerdictAnswer>>): Verdict | null =>
  answer.success ? answer.data.result.suggest : null
