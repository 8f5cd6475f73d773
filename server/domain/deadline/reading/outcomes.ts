import { startsAtPublication } from './events'
import { governedBy, isCell, isDenied, isLeadOnly, isOrdered, isOwnEvent, ownActBefore } from './governing'
import type { Time } from './times'

/** What a time limits. */
export type Outcome =
  /** The act at this place. */
  | { is: 'ours'; at: number }
  /** It is a rule by itself, as in a column of time limits. */
  | { is: 'alone' }
  /** Another act, or it adds nothing. */
  | { is: 'explained' }
  | { is: 'unread' }

export interface Sentence {
  text: string
  /** The text without nouns that contain the word of an act. */
  masked: string
  times: readonly Time[]
}

type Family = Time['shape']['family']
const WITHOUT_NUMBER: readonly Family[] = ['at-once', 'standing', 'progress']
const SELF_CONTAINED: readonly Family[] = ['notice', 'other-law']
const COUNTED: readonly Family[] = ['after', 'before']
const NAMED_DAY = /^(?:定|作)?为[^,;]{0,10}公[开示布]日/
/** 公示7日内 says neither how long nor when. */
const POSTED = /公[示告布]$|公[示告](?:期限?|期间|时间)为?$/
const LONGEST_LEAD = 12
/** 提出答辩书的期限为公告期满后十五日内: the limit of what is named before. */
const STATES_LIMIT = /(?:期限|时限|时间)[为是]/

const UNREAD: Outcome = { is: 'unread' }
const ALONE: Outcome = { is: 'alone' }

const isPlain = ({ shape }: Time): boolean => WITHOUT_NUMBER.includes(shape.family)

/** The next time that can govern an act of its own. */
const nextOf = ({ times }: Sentence, time: Time): Time | undefined =>
  times
    .slice(times.indexOf(time) + 1)
    .find(other => other.shape.family !== 'noun' && (isPlain(time) || !isPlain(other)))

/** Nothing follows a time at the end of its sentence: it is a rule if no other act is limited before it. */
function lastOutcome({ times, masked }: Sentence, time: Time): Outcome {
  if (!isPlain(time) && times.some(({ shape }) => shape.family === 'refuse')) return UNREAD
  const lead = masked.slice(0, time.start)
  if (startsAtPublication(time.event) && (lead.length > LONGEST_LEAD || STATES_LIMIT.test(time.event))) {
    return UNREAD
  }
  return ownActBefore(lead) ? ALONE : UNREAD
}

/** Nothing is between a time and the next one: it limits what the next limits. */
function sharedOutcome(sentence: Sentence, time: Time, next: Time): Outcome {
  if (next.shape.family === 'refuse') return UNREAD
  if (SELF_CONTAINED.includes(next.shape.family)) return ALONE
  if (isPlain(time) && !isPlain(next)) return time.shape.family === 'at-once' ? { is: 'explained' } : ALONE
  if (time.shape.family === 'every' && COUNTED.includes(next.shape.family)) return UNREAD
  return outcomeOf(sentence, next)
}

function governed(sentence: Sentence, time: Time, next: Time | undefined): ReturnType<typeof governedBy> {
  const { masked } = sentence
  const direct = isPlain(time) || startsAtPublication(time.event)
  const upTo = (to: number) => governedBy(masked, time.end, to, direct)
  const posted = next?.shape.family === 'notice' ? upTo(next.end) : null
  return posted?.verdict === 'ours' ? posted : upTo(next?.start ?? masked.length)
}

/** 20个工作日内，变更后及时更新: what follows has its own event and word of time. */
function urgesNext({ times, masked }: Sentence, time: Time): boolean {
  const urge = times[times.indexOf(time) + 1]
  return (
    urge !== undefined && !isPlain(time) && isPlain(urge) && isOwnEvent(masked.slice(time.end, urge.start))
  )
}

const REPORTS = /^(?:向(?:(?!公[布开示告])[^,;])*)?(?:书面)?报告/

/** 每年…报告, 每半年…报告, 并公开: two reports are made public together. */
function reportedTogether({ masked }: Sentence, time: Time, next: Time): boolean {
  return [time, next].every(({ shape, end }) => shape.family === 'every' && REPORTS.test(masked.slice(end)))
}

function followingOutcome(sentence: Sentence, time: Time): Outcome {
  const next = nextOf(sentence, time)
  const found = governed(sentence, time, next)
  if (found.verdict === 'ours') return { is: 'ours', at: found.at }
  if (urgesNext(sentence, time)) return ALONE
  if (next && (found.verdict === 'nothing' || isLeadOnly(sentence.masked.slice(time.end, next.start)))) {
    return sharedOutcome(sentence, time, next)
  }
  if (next && reportedTogether(sentence, time, next)) return outcomeOf(sentence, next)
  if (found.verdict === 'nothing') return lastOutcome(sentence, time)
  return isPlain(time) && found.verdict === 'other' ? { is: 'explained' } : UNREAD
}

/** 定期报送…，每年公布: the words without a number belong to another act. */
const isOtherAct = (sentence: Sentence, time: Time): boolean =>
  /^(?:不?定期|适时)$/.test(time.words) &&
  governed(sentence, time, nextOf(sentence, time)).verdict === 'other'

/** 下届选举前 without a number is a limit in a column only. */
const isUncounted = ({ shape, says }: Time): boolean =>
  shape.family === 'before' && says !== null && 'rule' in says && says.rule.n === undefined

/** Returns what a time of a sentence limits. */
export function outcomeOf(sentence: Sentence, time: Time): Outcome {
  const { masked, text } = sentence
  const lead = masked.slice(0, time.start)
  if (isOtherAct(sentence, time)) return { is: 'explained' }
  const posted = time.shape.family === 'after' && time.event === '' && POSTED.test(text.slice(0, time.start))
  if (!time.says || posted || isDenied(lead) || isOrdered(lead) || (isUncounted(time) && !isCell(text))) {
    return UNREAD
  }
  if (SELF_CONTAINED.includes(time.shape.family) || NAMED_DAY.test(text.slice(time.end))) return ALONE
  return followingOutcome(sentence, time)
}
