import { z } from 'zod'
import type { Clock } from '../clock'
import { createAccessTokens } from './accessToken'
import { type Picture, address, ask, askPicture } from './request'
import { type WechatIdentity, tradeCode } from './login'
import { type Verdict, VerdictAnswer, verdictOf } from './textVerdict'
import { DOCUMENTED } from './documented'
import { type MediaAsked, mediaAskedOf } from './mediaVerdict'
import { type Delivery, MessageAnswer, deliveryOf } from './messageOutcome'

export type { Delivery, MessageOutcome } from './messageOutcome'

/** Scene 场景 of a text, numbered as by WeChat. */
const SCENES = { profile: 1, comment: 2, forum: 3, log: 4 } as const
type Scene = keyof typeof SCENES
/** Kind of medium as WeChat numbers them. */
const PICTURE = 2

export interface TextToCheck {
  /** Id of the writer, who must have used the mini program within two hours. */
  openid: string
  /** At most 2,500 characters. */
  text: string
  scene: Scene
}

/** Content of a 小程序码. */
interface CodeContent {
  /** Given to the page as `scene`; at most 32 characters. */
  scene: string
  /** Page of the published mini program, without a leading slash. */
  page: string
  /** Side of the picture in px, 280 to 1280; 280 without it. */
  width?: number
}

/** Content of a URL Link. */
interface LinkContent {
  /** Page of the published mini program, without query. */
  path: string
  query: string
}

interface PictureToCheck {
  /** Id of the person who uploaded it, who must have used the mini program within two hours. */
  openid: string
  /** Public address from which WeChat fetches it. */
  url: string
}

interface SubscribeMessage {
  openid: string
  templateId: string
  /** Page of the mini program to open, with its query, e.g. `pages/notice/index?id=…`. */
  page: string
  /** Values by the template's field names, e.g. `thing1`. */
  data: Readonly<Record<string, string>>
}

export interface WechatClient {
  /**
   * Exchanges a `wx.login` code for the person's identity (`sns/jscode2session`). A code works once, so no call is
   * repeated.
   * @throws AppError 401 `wechat-code-invalid` `wechat-code-used`, 403 `wechat-blocked`, 429 `wechat-limited`, 503
   * `wechat-unavailable`; a malformed answer counts as unavailable, never as a login
   */
  code2Session(code: string): Promise<WechatIdentity>
  /** Calls 文本内容安全识别 (`msg_sec_check`, version 2). Never throws; null without a valid verdict. */
  msgSecCheck(text: TextToCheck): Promise<Verdict | null>
  /**
   * Hands a picture to 多媒体内容安全识别 (`media_check_async`, version 2); the verdict follows as an event. Never throws; null
   * without a valid answer.
   */
  mediaCheckAsync(picture: PictureToCheck): Promise<MediaAsked | null>
  /** Sends a subscribe message 订阅消息 (`subscribeMessage.send`). Never throws. */
  sendSubscribeMessage(message: SubscribeMessage): Promise<Delivery>
  /** Draws a 小程序码 (`getwxacodeunlimit`). Never throws; null without a picture. */
  makeCode(content: CodeContent): Promise<Picture | null>
  /** Makes a URL Link (`generate_urllink`) that opens the mini program for 30 days. Never throws; null without one. */
  makeLink(content: LinkContent): Promise<string | null>
}

export interface WechatOptions {
  appId: string
  secret: string
  /** Address without a trailing slash, e.g. `https://api.weixin.qq.com`. */
  apiBase: string
  clock: Clock
  /** Receives every error code that WeChat answers: call and code, never the person. */
  onRefusal?: (refusal: { call: string; errcode: number }) => void
  /** Timeout in milliseconds. */
  timeoutMs?: number
}

const TIMEOUT_MS = 5_000
/** Somebody waits in front of the screen, and a plain code serves as well. */
const CODE_TIMEOUT_MS = 2_000

/** Days that a URL Link works: the most that WeChat allows. */
const LINK_DAYS = 30

/** Smallest side that WeChat draws, px. */
const CODE_WIDTH = 280

/** WeChat error codes: invalid credential; access_token expired; invalid access_token. */
const BAD_TOKEN = new Set([40001, 42001, 40014])
const LinkAnswer = z.object({
  errcode: z.literal(0).optional(),
  url_link: z.url({ protocol: /^https$/ }).max(512),
})
const Refusal = z.object({ errcode: z.int() })

const isBadToken = (answer: unknown): boolean => {
  const refusal = Refusal.safeParse(answer)
  return refusal.success && BAD_TOKEN.has(refusal.data.errcode)
}

/** Creates a client of the WeChat server API over fetch. */
export function createWechat({
  appId,
  secret,
  apiBase,
  clock,
  onRefusal = () => undefined,
  timeoutMs = TIMEOUT_MS,
}: WechatOptions): WechatClient {
  const tokens = createAccessTokens({ appId, secret, apiBase, timeoutMs, clock })

  const post = (path: string, token: string, body: object) =>
    ask({ url: address(apiBase, path, { access_token: token }), body, timeoutMs })

  /** Reports an error code; returns the answer as it is. */
  function told<Said>(call: string, answer: Said): Said {
    const refusal = Refusal.safeParse(answer)
    if (refusal.success && refusal.data.errcode !== 0) onRefusal({ call, errcode: refusal.data.errcode })
    return answer
  }

  /** Sends a request with the access token; repeats it once when WeChat rejects the token. */
  async function askWithToken(path: string, body: object): Promise<unknown> {
    const token = await tokens.current()
    if (token === null) return null
    const answer = told(path, await post(path, token, body))
    if (!isBadToken(answer)) return answer
    const other = await tokens.instead(token)
    return other === null ? null : told(path, await post(path, other, body))
  }

  /** Asks once for a picture, and once more when WeChat rejects the token. */
  async function drawCode({ width = CODE_WIDTH, ...content }: CodeContent): Promise<Picture | null> {
    const body = { ...content, check_path: false, width }
    const draw = (token: string) =>
      askPicture({
        url: address(apiBase, DOCUMENTED.code.path, { access_token: token }),
        body,
        timeoutMs: Math.min(timeoutMs, CODE_TIMEOUT_MS),
      })
    const token = await tokens.current()
    if (token === null) return null
    const drawn = await draw(token)
    if ('bytes' in drawn) return drawn
    told(DOCUMENTED.code.path, drawn.said)
    if (!isBadToken(drawn.said)) return null
    const other = await tokens.instead(token)
    const again = other === null ? null : await draw(other)
    return again && 'bytes' in again ? again : null
  }

  return {
    makeCode: drawCode,
    makeLink: async content => {
      const body = { ...content, expire_type: 1, expire_interval: LINK_DAYS }
      const answer = LinkAnswer.safeParse(await askWithToken(DOCUMENTED.link.path, body))
      return answer.success ? answer.data.url_link : null
    },
    code2Session: code => tradeCode({ appId, secret, apiBase, timeoutMs, code }),
    msgSecCheck: async ({ openid, text, scene }) => {
      const body = { content: text, version: 2, scene: SCENES[scene], openid }
      return verdictOf(VerdictAnswer.safeParse(await askWithToken(DOCUMENTED.textCheck.path, body)))
    },
    mediaCheckAsync: async ({ openid, url }) => {
      const body = { media_url: url, media_type: PICTURE, version: 2, scene: SCENES.forum, openid }
      return mediaAskedOf(await askWithToken(DOCUMENTED.mediaCheck.path, body))
    },
    sendSubscribeMessage: async ({ openid, templateId, page, data }) => {
      const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, { value }]))
      const body = { touser: openid, template_id: templateId, page, data: values, lang: 'zh_CN' }
      return deliveryOf(MessageAnswer.safeParse(await askWithToken(DOCUMENTED.message.path, body)))
    },
  }
}
