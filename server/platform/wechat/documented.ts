/** A call of the WeChat server API as its documentation describes it. */
export interface DocumentedCall {
  method: 'GET' | 'POST'
  path: string
  source: string
  /** Day on which the source was read. */
  checkedOn: string
  /** Names of the parameters in the address, and of the fields of the JSON body. */
  query: readonly string[]
  required: readonly string[]
  optional: readonly string[]
  /** What the error codes mean, in short. */
  errors: Readonly<Record<number, string>>
}

const MINI = 'https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc'
/**
 * Codes that any call may answer: https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html, read
 * 2026-12-01.
 */
const ANYWHERE = {
  [-1]: 'system error, try again later',
  40001: 'wrong AppSecret or access_token',
  40014: 'invalid access_token',
  40164: 'the server’s address is not in the IP whitelist',
  42001: 'access_token expired',
  45009: 'daily quota used up',
  45011: 'too many calls in a minute',
  48001: 'the account may not use this interface',
  48004: 'the interface is banned for the account',
} as const

/** Calls that this server makes. Sources other than `source` are named with the entry that they are for. */
export const DOCUMENTED = {
  code2Session: {
    method: 'GET',
    path: '/sns/jscode2session',
    source: `${MINI}/user-login/code2Session.html`,
    checkedOn: '2026-11-24',
    query: ['appid', 'secret', 'js_code', 'grant_type'],
    required: [],
    optional: [],
    errors: { ...ANYWHERE, 40029: 'invalid js_code', 40163: 'js_code used', 40226: 'risky account, blocked' },
  },
  token: {
    method: 'POST',
    path: '/cgi-bin/stable_token',
    source: `${MINI}/mp-access-token/getStableAccessToken.html`,
    checkedOn: '2026-11-24',
    query: [],
    required: ['grant_type', 'appid', 'secret'],
    optional: ['force_refresh'],
    errors: { ...ANYWHERE, 40013: 'invalid appid', 40125: 'invalid AppSecret' },
  },
  textCheck: {
    method: 'POST',
    path: '/wxa/msg_sec_check',
    source: `${MINI}/sec-center/sec-check/msgSecCheck.html`,
    checkedOn: '2026-11-24',
    query: ['access_token'],
    required: ['content', 'version', 'scene', 'openid'],
    optional: ['title', 'nickname', 'signature'],
    errors: { ...ANYWHERE, 61010: 'the person has not used the program for two hours' },
  },
  // Read as the page of the same interface for games: minigame/dev/api-backend/open-api/sec-check/security.mediaCheckAsync.
  mediaCheck: {
    method: 'POST',
    path: '/wxa/media_check_async',
    source: `${MINI}/sec-center/sec-check/mediaCheckAsync.html`,
    checkedOn: '2026-12-01',
    query: ['access_token'],
    required: ['media_url', 'media_type', 'version', 'scene', 'openid'],
    optional: [],
    errors: { ...ANYWHERE, 61010: 'the person has not used the program for two hours' },
  },
  // Codes: https://tencentcloud.com/document/product/1219/67648, read 2026-12-01; parameters: the source, read 2026-11.
  message: {
    method: 'POST',
    path: '/cgi-bin/message/subscribe/send',
    source: `${MINI}/mp-message-management/subscribe-message/sendMessage.html`,
    checkedOn: '2026-12-01',
    query: ['access_token'],
    required: ['touser', 'template_id', 'data'],
    optional: ['page', 'miniprogram_state', 'lang'],
    errors: {
      ...ANYWHERE,
      40003: 'invalid openid',
      40037: 'invalid template_id',
      40038: 'too many messages of a long-term template to one person today',
      41030: 'invalid page',
      43101: 'the person has not subscribed',
      43107: 'the account or the template is banned from sending',
      43108: 'sent to one person at the same time, try again',
      45168: 'forbidden words',
      47003: 'a field of the template is missing or has a wrong format',
    },
  },
  // Read as the page of the same interface for games: minigame/dev/api-backend/open-api/qr-code/wxacode.getUnlimited.
  code: {
    method: 'POST',
    path: '/wxa/getwxacodeunlimit',
    source: `${MINI}/qrcode-link/qr-code/getUnlimitedQRCode.html`,
    checkedOn: '2026-12-01',
    query: ['access_token'],
    required: ['scene'],
    optional: ['page', 'check_path', 'env_version', 'width', 'auto_color', 'line_color', 'is_hyaline'],
    errors: { ...ANYWHERE, 41030: 'no such page in the published program' },
  },
  // Parameters: minigame/dev/api-backend/open-api/url-link/urllink.generate; codes: those of urlscheme.generate, which the page of
  // the interface repeats.
  link: {
    method: 'POST',
    path: '/wxa/generate_urllink',
    source: `${MINI}/qrcode-link/url-link/generateUrlLink.html`,
    checkedOn: '2026-12-01',
    query: ['access_token'],
    required: ['expire_type'],
    optional: ['path', 'query', 'expire_time', 'expire_interval', 'env_version', 'cloud_base'],
    errors: {
      ...ANYWHERE,
      40002: 'the account may not make links',
      40013: 'banned from making links',
      40165: 'wrong path',
      40212: 'wrong query',
      44990: 'too many in a second',
      85079: 'the program is not published',
      85401: 'wrong expiry',
    },
  },
} as const satisfies Record<string, DocumentedCall>

/** An event that WeChat pushes to this server 消息推送, as its documentation describes it. */
interface DocumentedEvent {
  event: string
  source: string
  /** Day on which the source was read. */
  checkedOn: string
  /** Names of the parameters in the address, and of the fields of the JSON body. */
  query: readonly string[]
  required: readonly string[]
  optional: readonly string[]
  /** What the error codes in the event mean, in short. */
  errors: Readonly<Record<number, string>>
}

/**
 * Events that this server takes. The signature in the address: https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html.
 * Code -1008 and an empty `detail` with it: https://developers.weixin.qq.com/community/develop/doc/000e26cc2748086452a3afadc64c00.
 */
export const DOCUMENTED_EVENTS = {
  mediaCheck: {
    event: 'wxa_media_check',
    source: `${MINI}/sec-center/sec-check/mediaCheckAsync.html`,
    checkedOn: '2026-12-01',
    query: ['signature', 'timestamp', 'nonce'],
    required: [
      'ToUserName',
      'FromUserName',
      'CreateTime',
      'MsgType',
      'Event',
      'appid',
      'trace_id',
      'version',
    ],
    optional: ['result', 'detail', 'errcode', 'errmsg'],
    errors: { [-1008]: 'the picture could not be fetched' },
  },
} as const satisfies Record<string, DocumentedEvent>
