import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { z } from 'zod'
import type { Clock } from '@server/platform/clock'
import { signPush } from '@server/platform/wechat/pushSignature'
import { type Answer, refuse } from './modes'

/** Where the fake pushes its events, and with which message token; `appId`: of the program. */
export interface PushTarget {
  url: string
  token: string
}

/**
 * `honest`; `late`: the verdict never comes; `lying`: an event that says ok without a verdict; `forged`: signed with another token;
 * `foreign`: of another program; `old`: signed an hour ago.
 */
export type PushMode = 'honest' | 'late' | 'lying' | 'forged' | 'foreign' | 'old'

const MediaAsked = z.object({
  media_url: z.url({ protocol: /^https?$/ }),
  media_type: z.literal(2),
  version: z.literal(2),
  scene: z.int().min(1).max(4),
  openid: z.string().min(1),
})

const HOUR_SECONDS = 3_600

/** Judges by the colour of the picture: red is risky, yellow doubtful. */
async function judge(picture: Buffer): Promise<'pass' | 'risky' | 'review'> {
  const { channels } = await sharp(picture).stats()
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
  if (red < 180 || blue > 90) return 'pass'
  return green < 90 ? 'risky' : 'review'
}

/** Creates the fake's picture check: pictures are fetched and judged when `push` is called. */
export function createFakeMedia(appId: string, clock: Clock) {
  const waiting: { traceId: string; url: string }[] = []

  async function verdictOn(url: string): Promise<object> {
    const answer = await fetch(url).catch(() => null)
    if (!answer?.ok) return { detail: [], errcode: -1008, errmsg: '下载错误，请检查媒体链接是否有效' }
    const suggest = await judge(Buffer.from(await answer.arrayBuffer()))
    const label = suggest === 'pass' ? 100 : 20002
    const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }]
    return { detail, errcode: 0, errmsg: 'ok', result: { suggest, label } }
  }

  function addressOf({ url, token }: PushTarget, mode: PushMode): URL {
    const seconds = Math.floor(clock.now().getTime() / 1000) - (mode === 'old' ? HOUR_SECONDS : 0)
    const given = { timestamp: String(seconds), nonce: randomBytes(5).toString('hex') }
    const address = new URL(url)
    const signature = signPush(mode === 'forged' ? 'another-token-of-somebody' : token, given)
    address.search = String(new URLSearchParams({ signature, ...given, openid: 'demo-push' }))
    return address
  }

  return {
    /** Behaves like `media_check_async`. */
    ask: (body: unknown): Answer => {
      const asked = MediaAsked.safeParse(body)
      if (!asked.success) return refuse(47001, 'data format error')
      const traceId = `${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`
      waiting.push({ traceId, url: asked.data.media_url })
      return { errcode: 0, errmsg: 'ok', trace_id: traceId }
    },
    /** Pushes an event for every picture that waits; returns what the receiver answered. */
    push: async (
      target: PushTarget,
      mode: PushMode = 'honest',
    ): Promise<{ status: number; text: string }[]> => {
      const answers: { status: number; text: string }[] = []
      for (const { traceId, url } of mode === 'late' ? [] : waiting.splice(0)) {
        const verdict = mode === 'lying' ? { errcode: 0, errmsg: 'ok', detail: [] } : await verdictOn(url)
        const event = {
          ToUserName: 'gh_fake',
          FromUserName: 'demo-push',
          CreateTime: Math.floor(clock.now().getTime() / 1000),
          MsgType: 'event',
          Event: 'wxa_media_check',
          appid: mode === 'foreign' ? 'wx0000000000000000' : appId,
          trace_id: traceId,
          version: 2,
          ...verdict,
        }
        // WeChat does not say that it is JSON.
        const headers = { 'Content-Type': 'text/xml' }
        const answer = await fetch(addressOf(target, mode), {
          method: 'POST',
          headers,
          body: JSON.stringify(event),
        })
        answers.push({ status: answer.status, text: await answer.text() })
      }
      return answers
    },
  }
}
