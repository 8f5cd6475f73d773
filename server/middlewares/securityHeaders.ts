import helmet from 'koa-helmet'
import type { AppContext, AppMiddleware } from './context'

type Headers = Record<string, string>

/** They are the same for every answer: asked for once, then only copied. */
async function headersOf(set: AppMiddleware): Promise<Headers> {
  const headers: Headers = {}
  const res = {
    setHeader: (name: string, value: string) => void (headers[name] = value),
    removeHeader: () => undefined,
  }
  await set(
    { req: { headers: {} }, res } as unknown as AppContext & { body: unknown; response: { body: unknown } },
    () => Promise.resolve(),
  )
  return headers
}

/** Headers for the H5 app and the API: nothing from elsewhere, no framing, no sniffing. */
export function securityHeaders(publicBaseUrl: string): AppMiddleware {
  const https = publicBaseUrl.startsWith('https://')
  const made = headersOf(
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
  return async (ctx, next) => {
    ctx.set(await made)
    await next()
  }
}
