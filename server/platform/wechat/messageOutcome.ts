import { z } from 'zod'

/**
 * Outcome of a subscribe message. `refused`: the person has not (or no longer) allowed it. `impossible`: it can never
 * be sent as it is (template, page, values, unknown person). `limited`: the daily quota is used up. `unavailable`:
 * try again.
 */
export type MessageOutcome = 'sent' | 'refused' | 'impossible' | 'limited' | 'unavailable'

export const MessageAnswer = z.object({ errcode: z.int() })

/** https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html, read 2026-11. */
const OUTCOMES: Record<number, MessageOutcome> = {
  0: 'sent',
  43101: 'refused',
  43107: 'refused',
  45009: 'limited',
  45168: 'impossible',
  40003: 'impossible',
  40037: 'impossible',
  41030: 'impossible',
  47003: 'impossible',
}

export const outcomeOf = (answer: z.ZodSafeParseResult<z.infer<typeof MessageAnswer>>): MessageOutcome =>
  answer.success ? (OUTCOMES[answer.data.errcode] ?? 'unavailable') : 'unavailable'
