import { z } from 'zod'

/** What WeChat proposes 建议: let it pass, refuse it, have a person look. */
export type Verdict = 'pass' | 'risky' | 'review'

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/sec-center/sec-check/msgSecCheck.html, read 2026-11. */
export const VerdictAnswer = z.object({
  errcode: z.literal(0),
  result: z.object({ suggest: z.enum(['pass', 'risky', 'review']), label: z.int() }),
})

/** Judged by `result.suggest` alone; an answer without it is no verdict, whatever else it says. */
export const verdictOf = (answer: z.ZodSafeParseResult<z.infer<typeof VerdictAnswer>>): Verdict | null =>
  answer.success ? answer.data.result.suggest : null
