/**
 * Login security of staff and session lengths. The standard requires the measures and leaves the numbers to the
 * operator; these are ours.
 */
export const ACCOUNT_SECURITY = {
  version: '2026.1',
  checkedOn: '2026-11-24',
  source:
    'GB/T 22239-2019 8.1.4.1 身份鉴别：b) 登录失败处理、结束会话、限制非法登录次数、登录连接超时自动退出；' +
    'd) 两种或两种以上组合的鉴别技术。动态码按 RFC 6238。',
  /**
   * TOTP parameters of the second factor 动态码, the defaults of authenticator apps. `drift`: accepted steps
   * before and after.
   */
  code: { issuer: '明白栏', algorithm: 'SHA1', digits: 6, stepSeconds: 30, drift: 1, secretBytes: 20 },
  /** Recovery codes 恢复码, each valid once in place of the app. */
  recovery: { codes: 10, characters: 10 },
  /** Wrong codes within the window that lock the second factor. */
  lockout: { wrongCodes: 5, windowMinutes: 15, lockMinutes: 15 },
  /**
   * Login by a code on the web page 扫码登录: lifetime of a code, seconds between two questions of the browser, codes that one
   * address may have waiting at once.
   */
  ticket: { lifeSeconds: 120, pollSeconds: 2, waitingPerAddress: 30 },
  /** Longest login of staff, and on a computer that others use; of others on their own computer. */
  web: { hours: 12, rememberedDays: 30 },
  /** Idle time after which a staff login ends; its use is recorded at most once per `noteSeconds`. */
  idle: { minutes: 30, noteSeconds: 60 },
  /** Days before the end of a term 任期 from which its renewal is listed. */
  renewal: { days: 30 },
} as const
