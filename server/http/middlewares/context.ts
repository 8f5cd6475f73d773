import type { Middleware, ParameterizedContext } from 'koa'
import type { Actor } from '@server/platform/access/actor'

declare module 'koa' {
  interface Request {
    /** Parsed by `jsonBody()` or `upload()`. */
    body?: unknown
    /** Text of a JSON body. */
    rawBody?: string
  }
}

/** One uploaded file, complete and in memory. */
export interface UploadedFile {
  name: string
  bytes: Buffer
  sha256: string
}

/** Values that the middlewares set on `ctx.state`. */
export interface AppState {
  requestId: string
  /** Set by `auth()`. */
  actor?: Actor
  /** Set by `upload()`. */
  file?: UploadedFile
}

export type AppContext = ParameterizedContext<AppState>
export type AppMiddleware = Middleware<AppState>

/** Returns the route's pattern, which the router leaves on the context. */
export const patternOf = (ctx: AppContext): string | undefined =>
  (ctx as { _matchedRoute?: string | RegExp })._matchedRoute?.toString()
