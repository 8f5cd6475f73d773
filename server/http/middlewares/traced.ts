import { type Span, SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api'
import { type AppContext, type AppMiddleware, patternOf } from './context'

/** Gives spans that nobody keeps until an OpenTelemetry SDK is loaded before the server: docs/deploy.md, 六. */
const tracer = trace.getTracer('mingbai')

function finish(span: Span, ctx: AppContext): void {
  const route = patternOf(ctx)
  span.updateName(route === undefined ? ctx.method : `${ctx.method} ${route}`)
  span.setAttributes({
    'http.request.method': ctx.method,
    'http.response.status_code': ctx.status,
    'mingbai.request_id': ctx.state.requestId,
    ...(route !== undefined && { 'http.route': route }),
  })
  if (ctx.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

/**
 * A span for every request that is not answered from the kept bytes, within the caller's trace (`traceparent`). Told by the
 * pattern of its route, never by its address: what somebody opens or searches for is not for others.
 */
export function traced(): AppMiddleware {
  return (ctx, next) => {
    const caller = propagation.extract(context.active(), ctx.req.headers)
    return tracer.startActiveSpan(ctx.method, { kind: SpanKind.SERVER }, caller, span =>
      next().finally(() => finish(span, ctx)),
    )
  }
}
