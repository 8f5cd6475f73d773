import Router from '@koa/router'
import { text } from 'node:stream/consumers'
import { AppError } from '@server/platform/errors'
import type { Services } from '@server/platform/services'
import { type MediaVerdict, mediaVerdictOf } from '@server/platform/wechat/mediaVerdict'
import { isFromWechat } from '@server/platform/wechat/pushSignature'
import type { AppContext, AppState } from './middlewares/context'

/** Takes a verdict on a picture. */
export type TakeVerdict = (services: Services, verdict: MediaVerdict) => Promise<void>

const MOST_BYTES = 64 * 1024

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '')

/** @throws AppError 404 where no pushes are expected; 403 without WeChat's signature */
function requireSigned({ config, clock }: Services, { query }: AppContext): void {
  const { messageToken } = config.wechat
  if (messageToken === undefined) throw new AppError(404, 'not-found')
  const given = {
    signature: one(query['signature']),
    timestamp: one(query['timestamp']),
    nonce: one(query['nonce']),
  }
  if (!isFromWechat(messageToken, given, clock.now())) throw new AppError(403, 'forbidden')
}

/** Reads the JSON of a push, whatever type it is sent as; null: no JSON. */
async function eventIn(ctx: AppContext): Promise<unknown> {
  if (!(Number(ctx.get('Content-Length')) <= MOST_BYTES)) throw new AppError(413, 'body-too-large')
  try {
    return JSON.parse(await text(ctx.req))
  } catch {
    return null
  }
}

/**
 * Serves `/wechat/events`, the address of 消息推送: WeChat first asks for an echo, then pushes events. Anything but
 * `success` makes it push again.
 */
export function wechatEventRoutes(services: Services, take: TakeVerdict): Router<AppState> {
  const router = new Router<AppState>()
  router.get('/wechat/events', ctx => {
    requireSigned(services, ctx)
    ctx.set('Cache-Control', 'no-store')
    ctx.type = 'text/plain'
    ctx.body = one(ctx.query['echostr']).slice(0, 128)
  })
  router.post('/wechat/events', async ctx => {
    requireSigned(services, ctx)
    const verdict = mediaVerdictOf(await eventIn(ctx))
    if (verdict) await take(services, verdict)
    ctx.type = 'text/plain'
    ctx.body = 'success'
  })
  return router
}
