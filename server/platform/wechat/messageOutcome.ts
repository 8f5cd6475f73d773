import { z } from 'zod'

/**
 * Outcome of a subscribe message. `refused`: the person has not (or no longer) allowed it. `impossible`: it can never
 * be sent as it is (template, page, values, unknown person). `banned`: WeChat takes no message of the template or of the account
 * now. `limited`: the daily quota is used up. `unavailable`: try again.
 */
export type MessageOutcome = 'sent' | 'refused' | 'impossible' | 'banned' | 'limited' | 'unavailable'

export const MessageAnswer = z.object({ errcode: z.int(), errmsg: z.string().optional() })

/** By error code; the codes are explained in `documented.ts`. */
export const OUTCOMES: Readonly<Record<number, MessageOutcome>> = {
  0: 'sent',
  43101: 'refused',
  43107: 'banned',
  48001: 'banned',
  48004: 'banned',
  43108: 'unavailable',
  40038: 'limited',
  45009: 'limited',
  45168: 'impossible',
  40003: 'impossible',
  40037: 'impossible',
  41030: 'impossible',
  47003: 'impossible',
}

/** `errcode`: null without a valid answer. */
export interface Delivery {
  outcome: MessageOutcome
  errcode: number | null
}

export function deliveryOf(answer: z.ZodSafeParseResult<z.infer<typeof MessageAnswer>>): Delivery {
  if (!answer.success) return { outcome: 'unavailable', errcode: null }
  const { errcode } = answer.data
  return { outcome: OUTCOMES[errcode] ?? 'unavailable', errcode }
}
