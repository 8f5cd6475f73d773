import { type Characters, wordsOf } from './characters'
import { type Lead, categoryIn, conditionIn, eventIn } from './conditions'
import { isClosing, isSanction, withoutNouns } from './governing'
import { type Outcome, type Sentence, outcomeOf } from './outcomes'
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

/** More times than this in one sentence are no text that somebody wrote. */
const MOST_TIMES = 24

/** 及时 with a number of the same act only urges, 5个工作日内及时更新; 持续公示 with one is its manner. */
const sharesAct = (
  time: Time,
  outcome: Outcome,
  times: readonly Time[],
  outcomes: readonly Outcome[],
): boolean =>
  (time.shape.family === 'at-once' || time.shape.family === 'standing') &&
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

function partOf(characters: Characters, times: readonly Time[], time: Time, from: number): StatedPart | null {
  const { says } = time
  if (!says) return null
  const words = (start: number, end: number) => wordsOf(characters, start, end)
  const lead: Lead = {
    text: characters.text,
    from: Math.min(from, time.start),
    to: time.start,
    earlier: times.slice(0, times.indexOf(time)),
  }
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
  const outcomes = times.map(time => outcomeOf(sentence, time))
  const reading: SentenceReading = { statements: [], unread: false }
  let from = 0
  times.forEach((time, index) => {
    const outcome = outcomes[index]
    if (!outcome || time.shape.family === 'noun') return
    const stated = outcome.is === 'ours' || outcome.is === 'alone'
    if (outcome.is === 'unread' || time.hasOtherNumber) reading.unread = true
    if (!stated || time.shape.family === 'refuse') return
    if (sharesAct(time, outcome, times, outcomes)) {
      reading.unread ||= time.shape.family === 'standing' && !time.words.startsWith('持续')
      return
    }
    const part = partOf(characters, times, time, from)
    if (part) reading.statements.push(part)
    from = Math.max(from, behind(sentence, time, outcome))
  })
  return reading
}
