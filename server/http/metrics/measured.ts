import type { Metrics } from './registry'
import { type AppMiddleware, patternOf } from '../middlewares/context'

const MILLISECONDS = 1000

/** Counts every answer under its route, with its duration. */
export function measured(metrics: Metrics): AppMiddleware {
  return async (ctx, next) => {
    const started = performance.now()
    try {
      await next()
    } finally {
      const route = patternOf(ctx) ?? 'none'
      metrics.answered(ctx.method, route, ctx.status, (performance.now() - started) / MILLISECONDS)
    }
  }
}
