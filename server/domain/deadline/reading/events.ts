import { type NounRole, type Token, type VerbSense, T } from './tokens'
import type { EventName } from '@shared/common/span'

/** The event that starts the clock; `needsWords`: the code alone does not express the source. */
export interface EventReading {
  events: EventName[]
  needsWords: boolean
}

type Simple = EventName | 'made' | 'obtained'

const ALTERNATIVE = /^(?:或|或者|或是|、|\/|及|以及|和|与|含|包括)$/
const LONGEST_PHRASE = 40
const NEEDED_BY_OBJECT: readonly VerbSense[] = ['received', 'made', 'obtained', 'enacted', 'held']

const isVerb = (token: Token): boolean => token.verb !== undefined
const hasRole = (tokens: readonly Token[], role: NounRole): boolean =>
  tokens.some(token => token.role === role)

/** Checks for a lost bracket or 或 between two verbs: 形成变更, 制定获取. */
const isLostAlternative = (before: Token | undefined, token: Token): boolean =>
  (before?.verb === 'formed' && token.verb === 'changed' && token.type === T.verb) ||
  (before?.verb === 'made' && token.verb === 'obtained')

/** Splits `A或B、C` into parts with a verb each; a part without one belongs to its neighbour. */
function alternatives(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  for (const [index, token] of tokens.entries()) {
    if (token.type === T.or && ALTERNATIVE.test(token.text)) parts.push([])
    else if (isLostAlternative(tokens[index - 1], token)) parts.push([token])
    else parts.at(-1)?.push(token)
  }
  const joined: Token[][] = []
  let waiting: Token[] = []
  for (const part of parts) {
    if (part.some(isVerb)) {
      joined.push([...waiting, ...part])
      waiting = []
    } else if (joined.length > 0) joined.at(-1)?.push(...part)
    else waiting.push(...part)
  }
  return joined.length > 0 ? joined : [waiting]
}

/** Returns the governing verb: a transitive one at the head (收到验收报告), else the last (审核通过). */
function governing(tokens: readonly Token[]): VerbSense | null {
  const head = tokens.find(({ type }) => type !== T.generic && type !== T.of)
  if (head?.verb && NEEDED_BY_OBJECT.includes(head.verb)) return head.verb
  return tokens.findLast(isVerb)?.verb ?? null
}

/** Verbs that mean another event next to a certain noun: [verbs, noun, event]. */
const BESIDE: readonly [readonly VerbSense[], NounRole, EventName][] = [
  [['approved', 'passed', 'other'], 'congress', 'congress-approved'],
  [['received', 'obtained', 'issued', 'formed'], 'approval', 'approval-received'],
  [['sent-to', 'issued'], 'unit', 'received-by-unit'],
  [['formed', 'enacted', 'passed', 'made', 'settled'], 'decision', 'decision-made'],
  [['settled', 'formed', 'issued'], 'allocation', 'allocation-decided'],
  [['issued', 'sent-to'], 'superior', 'superior-published'],
  [['held', 'ended'], 'meeting', 'meeting'],
  [['held', 'ended', 'formed', 'settled'], 'election', 'election'],
]
const ALONE: Partial<Record<VerbSense, Simple>> = {
  formed: 'formed',
  changed: 'changed',
  made: 'made',
  obtained: 'obtained',
  received: 'received-by-unit',
  approved: 'approval-received',
  occurred: 'occurred',
}
/** Nouns that name the event by themselves, 决定之日起, 会议前; the last one decides. */
const NOUN_EVENTS: Partial<Record<NounRole, EventName>> = {
  decision: 'decision-made',
  approval: 'approval-received',
  meeting: 'meeting',
  election: 'election',
  allocation: 'allocation-decided',
}

const CONGRESS_ACTS = /审查|审议|批准|通过/

const nounEvent = (tokens: readonly Token[]): Simple | null => {
  const noun = tokens.findLast(({ role }) => role && NOUN_EVENTS[role])
  return noun?.role ? (NOUN_EVENTS[noun.role] ?? null) : null
}

const isAct = (tokens: readonly Token[], role: NounRole, verb: VerbSense): boolean => {
  if (role === 'congress') return tokens.some(({ text }) => CONGRESS_ACTS.test(text))
  return verb !== 'other'
}

function eventOf(tokens: readonly Token[]): Simple | null {
  const verb = governing(tokens)
  if (!verb) return nounEvent(tokens)
  const beside = BESIDE.find(
    ([verbs, role]) => verbs.includes(verb) && hasRole(tokens, role) && isAct(tokens, role, verb),
  )
  return beside?.[2] ?? ALONE[verb] ?? 'other'
}

/** Combines 制定或获取, and 形成或变更, into one event; equal events count once. */
function combine(simple: readonly Simple[]): EventName[] {
  const events: EventName[] = []
  for (const name of simple) {
    const event: EventName = name === 'made' || name === 'obtained' ? 'made-or-obtained' : name
    const before = events.at(-1)
    const pair = [before, event].sort().join()
    if (pair === 'changed,formed') events.splice(-1, 1, 'formed-or-changed')
    else if (!events.includes(event)) events.push(event)
  }
  return events
}

const SAID_BY_CODE = /[VEPnjd]/
const says = (token: Token): boolean =>
  token.verb !== 'other' &&
  (SAID_BY_CODE.test(token.type) || (token.role !== undefined && token.type === T.matter))

function needsWords(tokens: readonly Token[], simple: readonly Simple[]): boolean {
  if (simple.includes('other') || !tokens.every(says)) return true
  const half = simple.includes('made') !== simple.includes('obtained')
  const ended = tokens.some(({ verb }) => verb === 'ended')
  const approvedOnly = simple.includes('approval-received') && !tokens.some(({ verb }) => verb === 'received')
  return half || ended || approvedOnly
}

/**
 * Returns the meaning of an event phrase (信息形成或变更, 收到征地批准文件, 资金拨付).
 * @returns null when it names no event
 */
export function readEvent(tokens: readonly Token[]): EventReading | null {
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last || last.stop - first.start > LONGEST_PHRASE) return null
  if (tokens.some(({ text }, i) => i > 0 && (text === '在' || text === '于'))) return null
  const parts = alternatives(tokens)
  const swallowing = parts.findLastIndex(
    part => part.some(({ verb }) => verb === 'sent-to') && part.filter(isVerb).length > 1,
  )
  const simple = parts.slice(Math.max(swallowing, 0)).map(eventOf)
  if (simple.some(event => event === null)) return null
  const named = simple.filter(event => event !== null)
  return { events: combine(named), needsWords: needsWords(tokens, named) }
}
