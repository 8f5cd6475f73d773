import { type Characters, wordsOf } from './characters'
import { type Lead, categoryIn, conditionIn, eventIn } from './conditions'
import { startsAtPublication } from './events'
import {
  governedBy,
  isClosing,
  isDenied,
  isLeadOnly,
  isOwnEvent,
  isSanction,
  ownActBefore,
  withoutNouns,
} from './governing'
import { expand } from './pieces'
import { type Time, timesIn } from './times'
import type { DeadlineRule, NoticeSpan } from '../types'

/** A sentence's statements in order; `unread`: a part was not understood. */
export interface SentenceReading {
  statements: StatedPart[]
  unread: boolean
}

export interface StatedPart {
  statement: { says: 'rule'; rule: DeadlineRule } | { says: 'notice'; notice: NoticeSpan }
  /** Words of the applicable branch. */
  condition?: string
  /** 其中…: a branch of the preceding statement. */
  branch: boolean
}

type Outcome =
  /** It limits the act at this place. */
  | { is: 'ours'; at: number }
  /** It stands alone, as in a column of time limits. */
  | { is: 'alone' }
  /** It limits another act, or adds nothing. */
  | { is: 'explained' }
  | { is: 'unread' }

type Family = Time['shape']['family']
const WITHOUT_NUMBER: readonly Family[] = ['at-once', 'standing', 'progress']
const SAYS_NOTHING: readonly Family[] = ['noun', 'refuse']
const QUANTITY = new RegExp(expand('{QUANTITY}'))
const NAMED_DAY = /^(?:定|作)?为[^,;]{0,10}公[开示布]日/
/** 公示7日内 says neither how long nor when. */
const POSTED = /公[示告布]$/
const LONGEST_LEAD = 12
/** More times than this in one sentence are no text that somebody wrote. */
const MOST_TIMES = 24

interface Sentence {
  text: string
  masked: string
  times: readonly Time[]
}

const isPlain = ({ shape }: Time): boolean => WITHOUT_NUMBER.includes(shape.family)

/** The next time that can govern an act of its own. */
const nextOf = ({ times }: Sentence, index: number): Time | undefined => {
  const own = times[index]
  return times
    .slice(index + 1)
    .find(time => time.shape.family !== 'noun' && !(own && !isPlain(own) && isPlain(time)))
}

/** Nothing follows a time in its sentence: it stands alone if its next neighbour does or if nothing else is limited. */
function aloneOutcome(sentence: Sentence, index: number): Outcome {
  const time = sentence.times[index]
  const next = nextOf(sentence, index)
  if (!time) return { is: 'unread' }
  if (next) return besideNext(sentence, time, next)
  if (!isPlain(time) && sentence.times.some(({ shape }) => shape.family === 'refuse')) return { is: 'unread' }
  const lead = sentence.masked.slice(0, time.start)
  if (startsAtPublication(time.event) && lead.length > LONGEST_LEAD) return { is: 'unread' }
  return ownActBefore(lead) ? { is: 'alone' } : { is: 'unread' }
}

function besideNext(sentence: Sentence, time: Time, next: Time): Outcome {
  const numbered = !isPlain(next)
  if (next.shape.family === 'refuse') return { is: 'unread' }
  if (next.shape.family === 'notice' || next.shape.family === 'other-law') return { is: 'alone' }
  if (isPlain(time) && numbered)
    return time.shape.family === 'at-once' ? { is: 'explained' } : { is: 'alone' }
  const counts = next.shape.family === 'after' || next.shape.family === 'before'
  if (time.shape.family === 'every' && counts) return { is: 'unread' }
  const outcome = outcomeOf(sentence, sentence.times.indexOf(next))
  return outcome
}

function outcomeOf(sentence: Sentence, index: number): Outcome {
  const time = sentence.times[index]
  if (!time?.says) return { is: 'unread' }
  const { masked, text } = sentence
  const lead = masked.slice(0, time.start)
  if (isDenied(lead)) return { is: 'unread' }
  if (time.shape.family === 'after' && time.event === '' && POSTED.test(lead)) return { is: 'unread' }
  if (time.shape.family === 'notice') return { is: 'alone' }
  if (time.shape.family === 'other-law') return { is: 'alone' }
  if (NAMED_DAY.test(text.slice(time.end))) return { is: 'alone' }
  const next = nextOf(sentence, index)
  const direct = isPlain(time) || startsAtPublication(time.event)
  const upTo = (to: number) => governedBy(masked, time.end, to, direct)
  const posted = next?.shape.family === 'notice' ? upTo(next.end) : null
  const governed = posted?.verdict === 'ours' ? posted : upTo(next?.start ?? text.length)
  if (governed.verdict === 'ours') return { is: 'ours', at: governed.at }
  const urge = sentence.times[index + 1]
  if (urge && !isPlain(time) && isPlain(urge) && isOwnEvent(masked.slice(time.end, urge.start)))
    return { is: 'alone' }
  const leads = next !== undefined && isLeadOnly(masked.slice(time.end, next.start))
  if (governed.verdict === 'nothing' || leads) return aloneOutcome(sentence, index)
  return isPlain(time) && governed.verdict === 'other' ? { is: 'explained' } : { is: 'unread' }
}

/** 及时 beside a number of the same act only urges: 5个工作日内及时更新. */
const urgesOnly = (
  time: Time,
  outcome: Outcome,
  times: readonly Time[],
  outcomes: readonly Outcome[],
): boolean =>
  time.shape.family === 'at-once' &&
  outcome.is === 'ours' &&
  times.some((other, index) => {
    const limits = outcomes[index]
    return (
      other !== time && other.shape.family !== 'standing' && limits?.is === 'ours' && limits.at === outcome.at
    )
  })

/** Where the words before the next time begin: behind the clause of this time's act. */
function behind({ text, times }: Sentence, time: Time, outcome: Outcome): number {
  const next = times[times.indexOf(time) + 1]
  if (outcome.is !== 'ours' || (next && next.start < outcome.at)) return time.end
  const comma = text.slice(outcome.at).search(/[,;]/)
  return comma < 0 ? text.length : outcome.at + comma
}

function partOf(characters: Characters, time: Time, from: number): StatedPart | null {
  const { says } = time
  if (!says) return null
  const words = (start: number, end: number) => wordsOf(characters, start, end)
  const lead: Lead = { text: characters.text, from: Math.min(from, time.start), to: time.start }
  const { condition, branch } = conditionIn(lead, time, words)
  const more = condition ? { condition, branch } : { branch }
  if ('notice' in says) return { statement: { says: 'notice', notice: says.notice }, ...more }
  const { kind, n, unit } = says.rule
  const plain: DeadlineRule = { kind, ...(n !== undefined && { n, unit }) }
  const event = eventIn(lead, time, words)
  if (event) return { statement: { says: 'rule', rule: { ...plain, ...event } }, branch }
  return { statement: { says: 'rule', rule: categoryIn(time) ? plain : says.rule }, ...more }
}

/** Parses one sentence. */
export function readSentence(characters: Characters): SentenceReading {
  const { text } = characters
  if (isSanction(text) || isClosing(text)) return { statements: [], unread: true }
  const times = timesIn(text)
  if (times.length > MOST_TIMES) return { statements: [], unread: true }
  const nouns = times.filter(({ shape }) => shape.family === 'noun')
  const sentence: Sentence = { text, masked: withoutNouns(text, nouns), times }
  const outcomes = times.map((_, index) => outcomeOf(sentence, index))
  const reading: SentenceReading = { statements: [], unread: false }
  let from = 0
  times.forEach((time, index) => {
    const outcome = outcomes[index]
    if (!outcome || time.shape.family === 'noun') return
    const stated = outcome.is === 'ours' || outcome.is === 'alone'
    if (outcome.is === 'unread' || QUANTITY.test(time.event)) reading.unread = true
    if (!stated || SAYS_NOTHING.includes(time.shape.family)) return
    if (!urgesOnly(time, outcome, times, outcomes)) {
      const part = partOf(characters, time, from)
      if (part) reading.statements.push(part)
    }
    from = Math.max(from, behind(sentence, time, outcome))
  })
  return reading
}
