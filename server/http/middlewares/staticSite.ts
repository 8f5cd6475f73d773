import path from 'node:path'
import send from 'koa-send'
import { unavailable } from '@server/platform/errors'
import type { AppMiddleware } from './context'

/** File names with a content hash never change. */
const HASHED = /\.[0-9a-f]{8,}\.\w+$/
const YEAR_SECONDS = 31_536_000
/** Steps out of the folder, also written with a backslash or an escape. */
const OUTSIDE = /(?:^|[/\\]|%5c|%2f)(?:\.|%2e){2}(?:$|[/\\]|%5c|%2f)/i
const API = /^\/(api|healthz|readyz)(\/|$)/

/** Of a path that leads out of the folder koa-send says 403; for a reader there is nothing either. */
const isMissing = (error: unknown) =>
  error instanceof Error && 'status' in error && (error.status === 404 || error.status === 403)

/** Serves the H5 app: its files, and its index.html for every other page address. */
export function staticSite(folder: string): AppMiddleware {
  const options = {
    root: folder,
    index: 'index.html',
    setHeaders: (response: { setHeader(name: string, value: string): unknown }, file: string) => {
      const kept = HASHED.test(path.basename(file))
        ? `public, max-age=${YEAR_SECONDS}, immutable`
        : 'no-cache'
      response.setHeader('Cache-Control', kept)
    },
  }
  return async (ctx, next) => {
    const pass = next as () => Promise<void>
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || API.test(ctx.path)) return pass()
    try {
      await send(ctx, ctx.path, options)
    } catch (error) {
      if (!isMissing(error)) throw error
      if (path.extname(ctx.path) || OUTSIDE.test(ctx.path)) return pass()
      await send(ctx, '/index.html', options).catch(() => {
        throw unavailable('site-missing')
      })
    }
  }
}
