/** Endpoints of the fake: login, access token, text check, picture check, subscribe message, 小程序码, URL Link. */
export const FAKE_ENDPOINTS = ['login', 'token', 'text', 'media', 'message', 'code', 'link'] as const
export type FakeEndpoint = (typeof FAKE_ENDPOINTS)[number]

/**
 * `ok`; `busy` (errcode -1); `limited` (the endpoint's quota: 45011, 45009); `blocked` (the endpoint's refusal:
 * 40226, 43101, 61010, 87014); `banned` (the interface is banned: 43107, 48004); `expired` (42001) and `invalid` (40001) of the access token; `slow` (answers after a minute);
 * `down` (hangs up); `broken` (half an HTML answer); `lying` (status 200, says ok, omits the requested data); `empty`
 * (empty values).
 */
export const FAKE_MODES = [
  'ok',
  'busy',
  'limited',
  'blocked',
  'banned',
  'expired',
  'invalid',
  'slow',
  'down',
  'broken',
  'lying',
  'empty',
] as const
export type FakeMode = (typeof FAKE_MODES)[number]

export type Answer = Record<string, unknown>

export const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

const LIMITED: Record<FakeEndpoint, Answer> = {
  login: refuse(45011, 'api minute-quota reach limit'),
  token: refuse(45009, 'reach max api daily quota limit'),
  text: refuse(45009, 'reach max api daily quota limit'),
  media: refuse(45009, 'reach max api daily quota limit'),
  message: refuse(45009, 'reach max api daily quota limit'),
  code: refuse(45009, 'reach max api daily quota limit'),
  link: refuse(45009, 'reach max api daily quota limit'),
}

const BLOCKED: Record<FakeEndpoint, Answer> = {
  login: refuse(40226, 'code blocked'),
  token: refuse(40164, 'invalid ip, not in whitelist'),
  text: refuse(87014, 'risky content'),
  media: refuse(61010, 'user access record timeout'),
  message: refuse(43101, 'user refuse to accept the msg'),
  code: refuse(41030, 'invalid page'),
  link: refuse(40165, 'invalid weapp pagepath'),
}

const LYING: Record<FakeEndpoint, Answer> = {
  login: refuse(0, 'ok'),
  token: { errcode: 0, errmsg: 'ok', expires_in: 7200 },
  text: { errcode: 0, errmsg: 'ok', trace_id: 'none', detail: [{ suggest: 'pass', errcode: 0 }] },
  media: { errcode: 0, errmsg: 'ok' },
  message: { errmsg: 'ok', msgid: 1 },
  code: refuse(0, 'ok'),
  link: refuse(0, 'ok'),
}

const EMPTY: Record<FakeEndpoint, Answer> = {
  login: { openid: '', session_key: '' },
  token: { access_token: '', expires_in: 7200 },
  text: { errcode: 0, errmsg: 'ok', result: { suggest: '', label: 100 } },
  media: { errcode: 0, errmsg: 'ok', trace_id: '' },
  message: {},
  code: {},
  link: { errcode: 0, url_link: '' },
}

/** Returns an endpoint's answer in a mode; null = the connection is cut instead. */
export function answerIn(
  mode: FakeMode,
  endpoint: FakeEndpoint,
  honest: () => Answer | Buffer | Promise<Answer | Buffer>,
): Answer | Buffer | Promise<Answer | Buffer> | string | null {
  const answers: Partial<Record<FakeMode, Answer | string | null>> = {
    busy: refuse(-1, 'system error'),
    limited: LIMITED[endpoint],
    blocked: BLOCKED[endpoint],
    banned:
      endpoint === 'message'
        ? refuse(43107, 'subscribe message ability banned')
        : refuse(48004, 'api forbidden'),
    expired: refuse(42001, 'access_token expired'),
    invalid: refuse(40001, 'invalid credential, access_token is invalid or not latest'),
    down: null,
    broken: '<html><body>502 Bad',
    lying: LYING[endpoint],
    empty: EMPTY[endpoint],
  }
  return mode in answers ? (answers[mode] ?? null) : honest()
}
