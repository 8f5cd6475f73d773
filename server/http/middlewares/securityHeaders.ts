import helmet from 'koa-helmet'
import type { AppContext, AppMiddleware } from './context'

export type SecurityHeaders = Readonly<Record<string, string>>

/** Returns the headers: the same for every answer, so they are computed once and copied. */
function headersOf(set: AppMiddleware): SecurityHeaders {
  const headers: Record<string, string> = {}
  const res = {
    setHeader: (name: string, value: string) => void (headers[name] = value),
    removeHeader: () => undefined,
  }
  // Helmet sets them synchronously, before its promise resolves.
  void set(
    { req: { headers: {} }, res } as unknown as AppContext & { body: unknown; response: { body: unknown } },
    () => Promise.resolve(),
  )
  return headers
}

/** Creates the headers of the H5 app and the API: same-origin content only, no framing, no sniffing. */
export function securityHeadersFor(publicBaseUrl: string): SecurityHeaders {
  const https = publicBaseUrl.startsWith('https://')
  return headersOf(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          // Taro sets widths and colours of single elements by style attributes.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'no-referrer' },
      crossOriginEmbedderPolicy: false,
    }) as AppMiddleware,
  )
}

export const securityHeaders =
  (headers: SecurityHeaders): AppMiddleware =>
  (ctx, next) => {
    ctx.set(headers)
    return next()
  }
