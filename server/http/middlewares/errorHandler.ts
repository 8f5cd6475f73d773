import type { Logger } from 'pino'
import { type ErrorAnswer, answerFor } from '../errorAnswer'
import { type AppMiddleware, patternOf } from './context'

/** Writes an error for a reader: a JSON body, or the text of a page. */
type WriteError = (answer: ErrorAnswer) => object | string

const WINDOW_MS = 60_000
/** Log lines of one kind of unexpected error in a minute; the last says that more came. */
const LINES = 20

/** Counts log lines by kind: a request that anyone can repeat does not fill the disk. */
function createLineLimit(): (kind: string) => 'log' | 'last' | 'drop' {
  let from = 0
  let lines = new Map<string, number>()
  return kind => {
    const now = performance.now()
    if (now - from >= WINDOW_MS) {
      from = now
      lines = new Map()
    }
    const count = (lines.get(kind) ?? 0) + 1
    lines.set(kind, count)
    return count < LINES ? 'log' : count === LINES ? 'last' : 'drop'
  }
}

/** Turns every error into the one JSON shape, or into a page by `write`; logs the stack of unknown ones only. */
export function errorHandler(log: Logger, write: WriteError = ({ body }) => body): AppMiddleware {
  const lineOf = createLineLimit()
  return async (ctx, next) => {
    try {
      await next()
    } catch (error) {
      const { requestId } = ctx.state
      const answer = answerFor(error, requestId)
      const line = answer.unknown ? lineOf(`${patternOf(ctx) ?? ''} ${(error as Error).name}`) : 'drop'
      if (line !== 'drop') {
        const more = line === 'last' && { more: true }
        log.error({ err: error, requestId, method: ctx.method, path: ctx.path, ...more }, 'unexpected error')
      }
      ctx.status = answer.status
      ctx.set({ ...answer.headers, 'Cache-Control': 'no-store' })
      ctx.body = write(answer)
    }
  }
}
