/**
 * How staff prove who they are, and when they are sent away. The standard demands the measures and leaves the numbers to
 * whoever runs the system; these are ours.
 */
export const ACCOUNT_SECURITY = {
  version: '2026.1',
  checkedOn: '2026-11-24',
  source:
    'GB/T 22239-2019 8.1.4.1 身份鉴别：b) 登录失败处理、结束会话、限制非法登录次数、登录连接超时自动退出；' +
    'd) 两种或两种以上组合的鉴别技术。动态码按 RFC 6238。',
  /** 动态码: what authenticator apps understand without being told. `drift`: steps before and after that are taken too. */
  code: { issuer: '明白栏', algorithm: 'SHA1', digits: 6, stepSeconds: 30, drift: 1, secretBytes: 20 },
  /** So many wrong codes within the window lock the second factor for a while. */
  lockout: { wrongCodes: 5, windowMinutes: 15, lockMinutes: 15 },
  /** A staff login that is not used for so long has ended; its use is noted at most once in `noteSeconds`. */
  idle: { minutes: 30, noteSeconds: 60 },
} as const
