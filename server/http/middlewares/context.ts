import type { Middleware, ParameterizedContext } from 'koa'
import type { Actor } from '@server/platform/access/actor'

/** One file that came with a request, whole and in memory. */
export interface UploadedFile {
  name: string
  bytes: Buffer
  sha256: string
}

/** What our middlewares leave on `ctx.state`. */
export interface AppState {
  requestId: string
  /** Set by `auth()`. */
  actor?: Actor
  /** Set by `upload()`. */
  file?: UploadedFile
}

export type AppContext = ParameterizedContext<AppState>
export type AppMiddleware = Middleware<AppState>

/** The route's pattern as the router leaves it on the context. */
export const patternOf = (ctx: AppContext): string | undefined =>
  (ctx as { _matchedRoute?: string | RegExp })._matchedRoute?.toString()
