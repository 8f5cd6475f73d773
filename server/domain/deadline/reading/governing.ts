import {
  ABOUT_PUBLISHING,
  ACT,
  AS_NOUN,
  AS_OBJECT,
  GROUP,
  LIMITED_BEFORE,
  NOUNS,
  TAKES_OBJECT,
  NOTIFYING,
  UPDATING,
} from './acts'

/** Finds the act that a time governs: the next act of publishing, if nothing between them begins a duty of its own. */

/** Replaces a noun that only contains an act's word. */
const NOUN = '\u0001'
/** Replaces a title or a bracket without a time. */
const REMARK = '\u0002'

/** `ours` at the place of the act; `nothing`: the sentence ends, or another time begins, before any verb. */
export type Governed = { verdict: 'ours'; at: number } | { verdict: 'other' | 'blocked' | 'nothing' }

const PREPOSITION =
  '(?:在|于|通过|经由|以(?!及)|向|对|将|把|就|由|按|采取|采用|利用|依托|会同|面向|用|与|随|根据|依据|依照|给|经|为|从|自|利用|借助)'
const ADVERB =
  '(?:及时|随时|实时|即时|立即|尽快|予以|予(?=[公披发刊]|$)|给予|加以|进行|主动|依法|依规|如实|准确|全面|真实|完整|规范|统一|客观|公正|公平|充分|权威|科学|单独|分别|分级|分类|逐级|逐项|逐笔|集中|一并|同时|组织|完成|应当|应|须|必须|均|都|各|并且?|且|再|还|要|地|、|和|一次|[一1]次|至少|不少于|定期|书面|首次|重新|持续|长期|对外|内|的|连续|按规定|按要求|多渠道|网上|再次|一次性|(?:调整|修订|修改|补充|完善|汇总|整理|梳理|编制|收集|制定)(?=并|、))'
const ADVERBS = new RegExp(`^${ADVERB}+`)
/** 及时汇总公布: the making of what is published. */
const PREPARING = /^(?:调整|修订|修改|补充|完善|汇总|整理|梳理|编制|审核|核实|统计|制作|确定)$/
const CHUNK = new RegExp(`^${PREPOSITION}`)
const CONNECTED = new RegExp(`(?:并且?|同时|且|、|以及)(?:${ADVERB})*(?:${PREPOSITION}[^,]*)?$`)
const ONLY_SKIPPED = new RegExp(
  `^(?:[,/:${REMARK}]|${ADVERB}|或者?|及|至|但|不少于|不得?少于|以上|日|${PREPOSITION}?(?:社会|公众|村民|群众|全社会))*$`,
)

const NEGATION =
  /未(?!成年|来|办|经批准)|不(?!动产|良|同|含|限|合格|特定|定期|断|便|得?(?:少于|低于|短于|超过|迟于|晚于))|没有|拒不|逾期|免予|暂缓|停止/
const NEW_SUBJECT = /^(?!并|同时|且).+(?:应当|必须|可以|应(?!急|用))/
const OTHER_NOTIFYING = /^[,]?[^,]*(?:报|报告|通报|通知|告知|移送|抄送|备案)/
const AFTERWARDS = /(?<![之以最今此])后(?!果|续|备|勤|期)/
const FIRST_AFTERWARDS = /^,?[^,]{0,14}后/
/** 即时向社会公布 after another act: published at once, not within its number. */
const AT_ONCE = /^(.*?)(?:及时|即时|立即|随时|实时)/
const SEVERAL_TIMES = /^[^,;]{0,6}(?:[两二三四五六七八九十]|[2-9]|1[0-9])[次回遍]/
const LONGEST_GAP = 90

/** Masks nouns and the brackets that hold no time of their own. */
export const withoutNouns = (
  sentence: string,
  explained: readonly { start: number; end: number }[],
): string =>
  explained
    .reduce(
      (text, { start, end }) => text.slice(0, start) + REMARK.repeat(end - start) + text.slice(end),
      sentence,
    )
    .replace(/\([^()]*\)/g, words => REMARK.repeat(words.length))
    .replace(/《[^《》]*》/g, words => REMARK.repeat(words.length))
    .replace(NOUNS, words => NOUN.repeat(words.length))

/** A cell of a column, not a clause with a subject. */
export const isCell = (text: string): boolean => text.length <= 30 && !/应当|必须|部门|委员会/.test(text)

const reachesGroup = (text: string, from: number, at: number, length: number): boolean => {
  const before = text.slice(from, at)
  const to = Math.max(...['向', '给', '对'].map(word => before.lastIndexOf(word)))
  const addressee = to >= 0 ? before.slice(to) : ''
  const object = /^[^,;()和并]{0,16}/.exec(text.slice(at + length))?.[0] ?? ''
  if (isCell(text) && addressee === '' && object === '') return true
  return GROUP.test(addressee.split(',').at(-1) ?? '') || GROUP.test(object)
}

/** The word of publishing is a noun in its place. */
function isNoun(gap: string, tail: string): boolean {
  if (AS_NOUN.test(tail) || SEVERAL_TIMES.test(tail)) return true
  const segment = gap.split(',').at(-1) ?? ''
  return /[将把对就][^向]*(?<!予以|进行|以)$/.test(segment) && AS_OBJECT.test(tail)
}

interface Verb {
  at: number
  end: number
}

/** The acts of publishing between two places, in order. */
function actsIn(text: string, from: number, to: number): Verb[] {
  const part = text.slice(from, to)
  const places = (pattern: RegExp) =>
    [...part.matchAll(pattern)].map(match => ({ at: from + match.index, length: match[0].length }))
  const verb = ({ at, length }: { at: number; length: number }): Verb => ({ at, end: at + length })
  const acts = places(ACT).map(verb)
  const notices = places(NOTIFYING)
    .filter(({ at, length }) => reachesGroup(text, from, at, length))
    .map(verb)
  const publishes =
    [...text.matchAll(ACT)].length > 0 || /(?:信息|目录|清单)(?:内容)?(?:发生)?变[更动化]/.test(text)
  const updates = publishes || isCell(text) ? places(UPDATING).map(verb) : []
  return [...acts, ...notices, ...updates].sort((one, other) => one.at - other.at)
}

/** 将…缴费、领取等情况: an object before its act, which names other acts. */
const MOVED_OBJECT =
  /[将把对就][^,]*?(?:情况|结果|信息|名单|事项|内容|明细|数据)(?=在|向|通过|于|予以|以|及时|$)|[将把](?:(?!报送|上报|报请|报告|提交|移送|移交|送|办理|责令|申请|填报|缴纳|核实)[^,])*?(?=(?:向|在|通过|于|以[^,]{1,10}?(?:形式|方式))[^,]*$)/
/** 报告社区并向业主公开: two acts of one duty. */
const JOINT_ACT = /^(?:报告|通报|通知|告知)[^,的]{1,16}?并/

/** Other verbs have the publication as their object: 申请公开. */
function takesIt(gap: string): boolean {
  const verbs = gap.replace(MOVED_OBJECT, '')
  return ABOUT_PUBLISHING.test(verbs) || TAKES_OBJECT.test(verbs)
}

/** Only places, manners, addressees and objects are between: 在政府网站, 以适当形式, 向社会, 将结果. */
function isDirect(whole: string): boolean {
  const gap = whole.replace(JOINT_ACT, '')
  if (NEGATION.test(gap) || takesIt(gap)) return false
  if (OTHER_NOTIFYING.test(gap) && /[,并]/.test(gap)) return false
  return gap.split(',').every(segment => {
    const rest = segment.replace(ADVERBS, '').replace(PREPARING, '')
    return rest === '' || CHUNK.test(rest)
  })
}

const hasContent = (segments: readonly string[]): boolean =>
  segments.some(segment => segment.replace(ADVERBS, '') !== '')

/** The act's own part of the sentence follows on: 并向社会公布; not 决定书应当公布. */
function followsOn(last: string): boolean {
  const rest = last.replace(ADVERBS, '')
  return rest === '' || CHUNK.test(rest) || CONNECTED.test(last)
}

/** 及时 comes after words of its own: …编制工作，即时向社会公布; 变更后及时更新. */
function urgedApart(segments: readonly string[]): boolean {
  const prefix = AT_ONCE.exec(segments.at(-1) ?? '')?.[1]
  if (prefix === undefined) return false
  const rest = prefix.replace(ADVERBS, '')
  return hasContent(segments.slice(0, -1)) || !(rest === '' || CHUNK.test(rest))
}

/** Denied, unless the denial only names things: 将未履行义务的名单公布. */
const denies = (gap: string): boolean => NEGATION.test(gap.replace(/(?:未|不)[^,]{1,16}?的(?=[^,])/g, ''))

/** The words before the act deny it, ask for it, or have it as their object. */
const isAboutIt = (gap: string): boolean => gap.startsWith('为') || denies(gap) || takesIt(gap)

/** Another subject has its own duty between a time and the act. */
const hasNewSubject = (segments: readonly string[]): boolean =>
  segments.some(
    (segment, i) =>
      i > 0 && hasContent(segments.slice(0, i)) && (segment.startsWith('由') || NEW_SUBJECT.test(segment)),
  )

/** What is between makes the act one of its own: another subject, another condition, another time. */
function isBlocked(gap: string): boolean {
  if (gap.length > LONGEST_GAP || isAboutIt(gap)) return true
  if (AFTERWARDS.test(gap) && !FIRST_AFTERWARDS.test(gap)) return true
  const segments = gap.split(',')
  const before = segments.slice(0, -1)
  if (urgedApart(segments) || before.some(segment => /[的时]$/.test(segment))) return true
  return hasContent(before) && (hasNewSubject(segments) || !followsOn(segments.at(-1) ?? ''))
}

/**
 * Finds the act that a time ending at `from` governs, up to `to` (the next time, or the end).
 * @param direct no other act may come first (及时…, and clocks that start at a publication)
 */
export function governedBy(text: string, from: number, to: number, direct: boolean): Governed {
  const acts = actsIn(text, from, to)
  const reach = direct ? (gap: string) => !isDirect(gap) : isBlocked
  for (const { at, end } of acts) {
    const gap = text.slice(from, at)
    if (!isNoun(gap, text.slice(end)) && !reach(gap)) return { verdict: 'ours', at }
  }
  if (acts.length === 0 && ONLY_SKIPPED.test(text.slice(from, to))) return { verdict: 'nothing' }
  return { verdict: acts.length > 0 ? 'blocked' : 'other' }
}

/** Only the words that the next time holds for are between two times: 7个工作日内，其他20个工作日内. */
export const isLeadOnly = (words: string): boolean =>
  /^[,、或及和][^,;]{0,14}$/.test(words) &&
  !LIMITED_BEFORE.test(words) &&
  [...words.matchAll(ACT)].length === 0

/** The words before 及时 are its own event: 20个工作日内，变更后及时更新. */
export const isOwnEvent = (words: string): boolean =>
  /^[,、][^,;]{0,10}(?:后|时|变[更动化]|调整)的?,?$/.test(words)

/** The last verb before a time at the end is one of publishing, or there is none: 公布情况，每年一次. */
export function ownActBefore(lead: string): boolean {
  const acts = [...lead.matchAll(ACT)]
  const behind = lead.slice(acts.at(-1)?.index ?? 0)
  return !LIMITED_BEFORE.test(behind) && !NEGATION.test(behind)
}

const MODALS = /.*(?:应当|必须|应该|可以|(?<![按及同随即准定])时(?![间限])|后)/

/** The clause before a time denies it: 未在…之日前七日. */
export const isDenied = (lead: string): boolean =>
  NEGATION.test((lead.split(/[,;]/).at(-1) ?? '').replace(MODALS, ''))

/** An authority orders another to act by then: 责令其在七日内公布. */
export const isOrdered = (lead: string): boolean =>
  /(?<!被)责令(?:其[^;]{0,30}|[^,;的]{0,16})$|(?:要求|督促|通知|限令?)其[^,;]{0,12}$/.test(lead)

/** Sanctions and breaches state no duty. */
export const isSanction = (sentence: string): boolean =>
  /责令(?:限期|其)?(?:改正|整改)|(?:由[^,;]{2,40}|,(?:可以?|并)?|并|可以?)处(?!理)[^,;]{0,24}罚款|并处|给予(?:警告|处分)|予以警告|罚款;?$|依法(?:给予|追究)/.test(
    sentence,
  )

/** Entry into force, repeal. */
export const isClosing = (sentence: string): boolean =>
  /(?:起施行|起执行|起生效|同时废止|予以废止)/.test(sentence)
