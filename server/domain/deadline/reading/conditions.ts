import { isKnownEvent, readEvent } from './events'
import type { Time } from './times'
import type { DeadlineRule } from '../types'

/** The words before a time: the branch that it holds for, or the event that starts its clock. */
export interface Lead {
  text: string
  from: number
  to: number
  /** The times before it in its sentence. */
  earlier: readonly Time[]
}

type Words = (start: number, end: number) => string

const TRIMMED_END =
  /(?:应当|应该|(?<![供相对反])应|必须|须|(?<!主|重)要|需|均|都|可以|一般|原则上|至少|逐项逐笔|定期|分别|将|已|为|在|于|不得?迟于|不得?超过|最迟|最长|最多|[,、:/])$/
const TRIMMED_START = /^(?:[,、;:/.和并及与]|其中|对于?|遇[到有]?|凡是?|针对|但|同时)/
const GENERIC =
  /^(?:(?:属于|主动公开|应当?公开|范围|政府|政务|公开|相关|有关|该|其|本|的|其他|其余|其它|一般|阶段性|普通|常规|日常|信息|事项|内容|情况|工作|时间|具体|或者?|要|需|条目化展示|、)*|如有|根据[^,]*|按[^,]*(?:要求|规定|情况)|向[^,]*|在[^,]*|由[^,]*|每次|按照?|依法.*|国办发.*|.*(?:规定|要求),?|除.*外|.*(?:公示|公布|公告|张榜|张贴|公开|更新)后?)$/
const ORGANISATION =
  /(?:部门|机关|委员会|委会|政府|单位|机构|企业|公司|组织|法院|检察院|局|厅|处|所|中心|协会|学校|幼儿园|医院|人|者|组|会|院|站|社|银行|办公室|街道办)$/
const MATTER = /(?:的|事项|情况|信息|问题|收支|事务|结果|项目|资金|财务|村务|党务|工作|村|决定|名单|方案)$/
const HAS_MODAL = /应当|必须|应$|须$|要$/
const LONGEST_CONDITION = 36

/** Narrows a range of the text to its words without what only leads to or from them. */
function trim(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to]
  for (;;) {
    const words = text.slice(start, end)
    const before = TRIMMED_START.exec(words)?.[0].length ?? 0
    const after = TRIMMED_END.exec(words)?.[0].length ?? 0
    if (before + after === 0 || start >= end) return [start, end]
    start += before
    end -= after
  }
}

type EventFields = Pick<DeadlineRule, 'events' | 'eventText'>

export interface Branch {
  condition?: string
  branch: boolean
}

/** 其中行政处罚决定形成之日起: the branch is named inside its own event. */
function namedInEvent({ event, eventStart, words: match }: Time, words: Words): Branch | null {
  if (!match.startsWith('其中')) return null
  const verb = event.search(/形成|作出|变更|产生|确定|发生|公布|完成/)
  return { condition: words(eventStart, eventStart + (verb > 0 ? verb : event.length)), branch: true }
}

/** Words of a clause with a duty: its subject, or in 新生名单公示期 what is posted. */
const isOfDuty = (said: string, time: Time, clause: string): boolean =>
  HAS_MODAL.test(clause) && !(time.shape.family === 'notice' ? /的$/ : MATTER).test(said)

/** Returns the words of the branch that a time holds for; none for the subject of a duty. */
export function conditionIn({ text, from, to }: Lead, time: Time, words: Words): Branch {
  const named = namedInEvent(time, words)
  if (named) return named
  const lead = text.slice(from, to)
  const branch = /^[,、;]*其中/.test(lead)
  const category = categoryIn(time)
  const [start, end] = category ? [time.start, time.start + category.length] : trim(text, from, to)
  const said = text.slice(start, end)
  if (said === '' || said.length > LONGEST_CONDITION || GENERIC.test(said)) return { branch }
  const whole = ORGANISATION.test(said) || isOfDuty(said, time, time.shape.family === 'notice' ? text : lead)
  if (!whole) return { condition: words(start, end), branch }
  const cut = text.slice(start, end).lastIndexOf('的,')
  return cut < 0 ? { branch } : { condition: words(start, start + cut + 1), branch }
}

/** 涉及行政许可的，7个工作日内: the words before 的 name a kind of matter, no event. */
export const categoryIn = ({ event, words }: Time): string | null =>
  words.startsWith(`${event}的,`) && !isKnownEvent(event) && !/应当|必须|可以/.test(words)
    ? `${event}的`
    : null

const CHANGE =
  /^(?:如|若|一旦|遇)?(?:信息|内容|事项|情况)?(?:有|发生|出现|遇)?(?:变更|变化|变动|更改|改变|调整|修改|更新)(?:的|时|后|之后)?,?$/
/** 受理申请的，应当通知当事人，并于三日内: the first clause is the event of the second act. */
const CLAUSE_EVENT =
  /(?:^|,)([^,]{2,60}?)(?:的|之?后|以后|时),(?=[^;]*(?:应当|必须|应|须|要|可以|立即|及时))[^;]*,(?:并且?|且|同时)?(?:应当)?$/
const HAPPENED = /^(?:经|自|在)?([^,]{1,30}?)(?:之?后|以后|时|之日起),?(?:[^,]{0,30}应当?)?$/

/** The event of an earlier limit also starts the clock of a second act: 自成立之日起十日内…，并于六十日内. */
function sharedEvent(text: string, time: Time, earlier: readonly Time[], words: Words): EventFields | null {
  const lead = text.slice(0, time.start)
  if (!/[,并](?:且|同时|应当)*$/.test(lead)) return null
  const first = earlier.filter(({ shape, event }) => shape.family === 'after' && event !== '').at(-1)
  const clause = CLAUSE_EVENT.exec(lead)
  const event = first?.event ?? clause?.[1]
  if (!event) return null
  const start = first?.eventStart ?? lead.indexOf(event)
  return eventFields(event, words(start, start + event.length))
}

const eventFields = (event: string, eventText: string): EventFields => {
  const { events, needsWords } = readEvent(event)
  return needsWords ? { events, eventText } : { events }
}

/** 如有变更，5个工作日内; 信息形成后及时: the words before a time without an event of its own are its event. */
export function eventIn({ text, from, to, earlier }: Lead, time: Time, words: Words): EventFields | null {
  if (time.event !== '' || (time.shape.family !== 'at-once' && time.shape.family !== 'after')) return null
  const shared = time.shape.family === 'after' ? sharedEvent(text, time, earlier, words) : null
  if (shared) return shared
  const [start, end] = trim(text, from, to)
  const said = text.slice(start, end)
  const happened = HAPPENED.exec(said)
  const event =
    happened?.[1] ??
    (CHANGE.test(said) ? said.replace(/^(?:如|若|一旦|遇)|(?:的|时|后|之后)?,?$/g, '') : null)
  if (!event) return null
  const place = start + said.indexOf(event)
  return eventFields(event, words(place, place + event.length))
}
