/** Rules of messages 消息规则, as data. */
export const MESSAGE_RULES = {
  /** Minutes in which what happens is gathered into one WeChat message. */
  digestMinutes: 30,
  /** Followers who are told in one step. */
  followersAtOnce: 50,
  /** Villages that one person may follow. */
  mostVillages: 20,
  /** Consents to one message each that are kept for a template at most. */
  mostConsents: 50,
  /** Milliseconds until the next try when WeChat does not answer; when its quota of the day is used up. */
  pauseMs: { unavailable: 2 * 60_000, limited: 60 * 60_000 },
  /** Characters in a `thing` field 事物 and a `phrase` of a subscribe message. */
  thingLength: 20,
  source: '微信开放文档：小程序订阅消息（一次性订阅；thing.DATA 20 个以内字符）；间隔为本项目约定',
  checkedOn: '2026-11-24',
} as const

/** What a message is about 消息种类, with its name and what stands in the place of a title that must not be sent. */
export const MESSAGE_KINDS = {
  publication: { name: '公示更新', plain: '有新的公示' },
  work: { name: '公示办理', plain: '有一条公示等您办理' },
  objection: { name: '异议答复', plain: '您的异议有了新进展' },
} as const
