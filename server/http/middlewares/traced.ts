import { type Span, SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api'
import { type AppContext, type AppMiddleware, patternOf } from './context'

/** Spans are discarded unless an OpenTelemetry SDK is loaded before the server: docs/deploy.md, 六. */
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
 * Records a span for every request that the page cache does not answer, within the caller's trace (`traceparent`).
 * Named by the route pattern, never by the address: reads and searches are private.
 */
export function traced(): AppMiddleware {
  return (ctx, next) => {
    const caller = propagation.extract(context.active(), ctx.req.headers)
    return tracer.startActiveSpan(ctx.method, { kind: SpanKind.SERVER }, caller, span =>
      next().finally(() => finish(span, ctx)),
    )
  }
}
