import type { EventName } from '@shared/common/span'

/** The event that starts the clock; `needsWords`: the names alone do not express the source. */
export interface EventReading {
  events: EventName[]
  needsWords: boolean
}

const CONGRESS = '人民代表大会|人大|常务委员会|常委会|人代会'

const LATER_VERB =
  '发布|公布|公告|印发|施行|生效|实施|送达|签订|签署|届满|期满|结束|办结|竣工|验收|核发|颁发|报送|启用|开始'
/** The verbs, with no other verb behind them. */
const last = (verbs: string): RegExp => new RegExp(`(?:${verbs})(?!.*(?:${LATER_VERB}))`)

/** Classes of events by their last verb, and the frames 收到…, 作出…决定; the first that fits counts. */
const CLASSES: readonly (readonly [EventName, RegExp])[] = [
  ['received-by-unit', /(?:下发|转发|印发|下达|传达|发送|送达|发)(?:至|到|给)/],
  ['approval-received', /(?:收到|接到|取得|获得).*(?:批准|批复|批文|核准)|(?:批复|批文|批准文件|批准书)/],
  ['received-by-unit', /收到|接到|接收|接获|收悉|受理/],
  ['congress-approved', new RegExp(`(?:${CONGRESS}).*(?:批准|通过|审议|审查)`)],
  ['allocation-decided', /分配.*(?:确定|公布|形成|下达)|分配(?:结果|方案)/],
  ['superior-published', /上级.*(?:发布|公布|公开|下发|印发|出台)/],
  ['election', /选举(?!结果公布|委员会)|换届|投票|改选/],
  [
    'decision-made',
    /(?:作出|做出|形成|通过|产生).*(?:决定|决议|决策|裁决|裁定)|(?:决定|决议|决策|裁决|裁定)书?(?:形成|作出|做出|通过|产生)?$|^(?:作出|做出)$/,
  ],
  ['approval-received', /批准|批复|核准|获批|审批|审定/],
  ['meeting', /(?:会议|大会|座谈会|听证会|代表会)(?!.*(?:通过|表决|选举))|召开|^会$/],
  ['changed', last('变更|变化|变动|更改|改变|调整|修改|修订|更新')],
  ['formed', last('形成|产生|生成')],
  ['made-or-obtained', last('制定|制作|制订|获取|(?:取得|获得|得到|采集)(?=.*(?:信息|资料))')],
  ['occurred', /发生/],
]

const ALTERNATIVE = /或者?|、|\/|以?及|和|与|[()]|含|包括/
const ENDED = /结束|终了|届满|期满|完毕/

/** Words that the names of the events say by themselves. */
const SAID = new RegExp(
  [
    '属于|主动公开范围的|主动公开的|应当?公开的?|公开|政府|政务|信息|资讯|事项|内容|数据|资料|相关|有关|上述|各类|各项|本级|本单位|本机关|本部门|本[镇乡村]|我[镇乡村局]|该|此|本|所|其|的|经|自|在|于',
    CONGRESS,
    '上级(?:机关|部门|政府|单位|主管部门)?|行政(?:许可|处罚|强制)?|许可|处罚|分配|结果|方案|征地(?=批准文件|批文)|资金(?=分配)|下一?届|村民代表|村民|代表|成员|社员|集体',
    '发生|有|出现|形成|产生|生成|变更|变化|变动|更改|改变|调整|更新|制定|制作|制订|获取|获得|收到|接到|收悉|批准文件|批准|批复文件|批复(?!下达)|批文|审议|审查|通过|作出|做出|决定书?|决议|召开|举行|会议|大会|听证会|会|选举日?|投票日?|换届|产生|确定|公布|发布|下发|转发|印发|下达|传达|至|到|给',
    ALTERNATIVE.source,
  ].join('|'),
  'g',
)

/** 信息形成(变更)下发至本单位: what is sent on counts from its arrival. */
const ONLY_RECEIVED = /^[^或、/]*收到|\)(?:下发|转发|印发|下达|发)/

const classOf = (part: string): EventName | null =>
  CLASSES.find(([, pattern]) => pattern.test(part))?.[0] ?? null

/** Joins 形成 and 变更 into one event; equal events count once. */
function combine(names: readonly EventName[]): EventName[] {
  const events: EventName[] = []
  for (const event of names) {
    const pair = [events.at(-1), event].sort().join()
    if (pair === 'changed,formed') events.splice(-1, 1, 'formed-or-changed')
    else if (!events.includes(event)) events.push(event)
  }
  return events
}

function namesOf(phrase: string): EventName[] {
  const whole = classOf(phrase)
  if (whole === 'congress-approved' || (whole === 'received-by-unit' && ONLY_RECEIVED.test(phrase))) {
    return [whole]
  }
  const parts = phrase.split(ALTERNATIVE).map(classOf)
  const lost = /形成变更/.test(phrase) ? (['formed', 'changed'] as const) : parts
  return combine(lost.filter(name => name !== null))
}

const needsWords = (phrase: string, events: readonly EventName[]): boolean => {
  const only = (word: string) => events.includes('approval-received') && phrase === word
  const half = events.includes('made-or-obtained') && !(/制/.test(phrase) && /获|取得|得到/.test(phrase))
  return half || only('批准') || ENDED.test(phrase) || phrase.replace(SAID, '') !== ''
}

/** Returns the meaning of an event's words; a class that nobody knows is `other` with its words. */
export function readEvent(phrase: string): EventReading {
  const events = namesOf(phrase)
  if (events.length === 0) return { events: ['other'], needsWords: true }
  return { events, needsWords: needsWords(phrase, events) }
}

/** A clock that starts at the publication itself: nearly always the limit of somebody else. */
export const startsAtPublication = (phrase: string): boolean =>
  /(?:公告|公示|公布|公开|发布|披露|刊登|张贴|通告|告知|通知)(?:期限?)?(?:发布|发出|刊登|张贴|送达|作出|期?满|届满)?$/.test(
    phrase,
  )

/** Whether the words name an event of a known class. */
export const isKnownEvent = (phrase: string): boolean => namesOf(phrase).length > 0
