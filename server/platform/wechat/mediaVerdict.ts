import { z } from 'zod'
import { DOCUMENTED_EVENTS } from './documented'
import type { Verdict } from './textVerdict'

/** Answer to a picture that was handed in: the verdict follows as an event that names `trace_id`. */
const MediaAnswer = z.union([
  z.object({ errcode: z.literal(0), trace_id: z.string().min(1).max(128) }),
  z.object({ errcode: z.int() }),
])

/** Result of handing in a picture; `refused`: WeChat will not check it, with its error code. */
export type MediaAsked = { traceId: string } | { refused: number }

/** Error codes after which the same request may succeed later: busy, quota of the day, quota of the minute. */
const LATER = new Set([-1, 45009, 45011])

/** Returns what WeChat did with a picture; null: no valid answer, or none now. */
export function mediaAskedOf(answer: unknown): MediaAsked | null {
  const read = MediaAnswer.safeParse(answer)
  if (!read.success) return null
  if ('trace_id' in read.data) return { traceId: read.data.trace_id }
  const { errcode } = read.data
  return errcode === 0 || LATER.has(errcode) ? null : { refused: errcode }
}

/** The event with a verdict on a picture. */
const MediaEvent = z.object({
  MsgType: z.literal('event'),
  Event: z.literal(DOCUMENTED_EVENTS.mediaCheck.event),
  appid: z.string(),
  trace_id: z.string().min(1).max(128),
  errcode: z.int().optional(),
  result: z.unknown().optional(),
})
const Result = z.object({ suggest: z.enum(['pass', 'risky', 'review']) })

export interface MediaVerdict {
  appId: string
  traceId: string
  verdict: Verdict
}

/** Reads an event; null: another one. A verdict that is missing, broken or an error is `review`: a person has to look. */
export function mediaVerdictOf(event: unknown): MediaVerdict | null {
  const read = MediaEvent.safeParse(event)
  if (!read.success) return null
  const { appid, trace_id, errcode = 0, result } = read.data
  const said = Result.safeParse(result)
  const verdict = errcode === 0 && said.success ? said.data.suggest : 'review'
  return { appId: appid, traceId: trace_id, verdict }
}
