/** Rules of messages 消息规则, as data. */
export const MESSAGE_RULES = {
  /** Minutes during which events are collected into one WeChat message. */
  digestMinutes: 30,
  /** Followers notified per batch. */
  followersAtOnce: 50,
  /** Most villages that one person may follow. */
  mostVillages: 20,
  /** Most stored consents per template; each allows one message. */
  mostConsents: 50,
  /** Milliseconds until the next attempt, if WeChat does not answer or its daily quota is used up. */
  pauseMs: { unavailable: 2 * 60_000, limited: 60 * 60_000 },
  /** Milliseconds that a kind of message rests after WeChat banned it 封禁. */
  banMs: 6 * 60 * 60_000,
  /** Most characters of a `thing` field 事物 and a `phrase` field of a subscription message. */
  thingLength: 20,
  source: '微信开放文档：小程序订阅消息（一次性订阅；thing.DATA 20 个以内字符）；间隔为本项目约定',
  checkedOn: '2026-11-24',
} as const

/** Kinds of message 消息种类, with name and the replacement for a title that must not be sent. */
export const MESSAGE_KINDS = {
  publication: { name: '公示更新', plain: '有新的公示' },
  work: { name: '公示办理', plain: '有一条公示等您办理' },
  objection: { name: '异议答复', plain: '您的异议有了新进展' },
} as const
