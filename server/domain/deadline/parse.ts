import { attachNotices } from './notices'
import { readCharacters, wordsOf } from './reading/characters'
import type { Words } from './reading/grammar'
import { tokenise } from './reading/lexer'
import { type SentenceReading, type StatedPart, readSentence } from './reading/sentence'
import { type Token, T } from './reading/tokens'
import type { DeadlineRule, ParsedDeadline } from './types'

/** Maximum length of a time limit; a longer cell stays unresolved. */
const LONGEST_TEXT = 2000

const LIST_NUMBER =
  /(^|[\n;；。\s])\s*(?:[(（]?\d{1,2}[)）.、．]|[(（][一二三四五六七八九十]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、)(?=\s*[^\d\s０-９])/g

/** Zero-width characters. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
/** Layout that a copied cell contains as characters. */
const WRITTEN_BREAK = /\\[nrt]|&nbsp;|<br\s*\/?>/gi
/** Splits sentences at full stops outside brackets. */
function sentencesOf(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    if (token.type === T.open) depth++
    if (token.type === T.close) depth = Math.max(0, depth - 1)
    if (token.type === T.stop && depth === 0) sentences.push([])
    else sentences.at(-1)?.push(token.type === T.stop ? { ...token, type: T.comma } : token)
  }
  return sentences.filter(sentence => sentence.length > 0)
}

/** Inherits the event of the preceding statement: 其中行政处罚7个工作日内 branches from it. */
function inheritEvents(parts: readonly StatedPart[]): StatedPart[] {
  let main: DeadlineRule | null = null
  return parts.map(part => {
    if (part.statement.says !== 'rule') return part
    const { rule } = part.statement
    if (!part.branch) main = rule
    if (!part.branch || !main?.events || rule.kind !== 'after-event' || rule.events) return part
    const { events, eventText } = main
    const inherited = eventText ? { ...rule, events, eventText } : { ...rule, events }
    return { ...part, statement: { says: 'rule', rule: inherited } }
  })
}

const samePeriod = (left: DeadlineRule, right: DeadlineRule): boolean =>
  left.kind === 'periodic' &&
  right.kind === 'periodic' &&
  left.frequency === right.frequency &&
  left.condition === right.condition &&
  left.condition === undefined

/** Merges 每季度公布一次，季后15日内公布 into one rule: the second part gives its date. */
function mergePeriodic(rules: readonly DeadlineRule[]): DeadlineRule[] {
  const merged: DeadlineRule[] = []
  for (const rule of rules) {
    const last = merged.at(-1)
    if (last && samePeriod(last, rule) && !(last.anchor && rule.anchor)) {
      merged.splice(-1, 1, { ...last, ...rule })
    } else merged.push(rule)
  }
  return merged
}

/** Moves the savings clause to the end, once. */
function lawLast(rules: readonly DeadlineRule[]): DeadlineRule[] {
  const isLaw = ({ kind }: DeadlineRule) => kind === 'other-law'
  return [...rules.filter(rule => !isLaw(rule)), ...rules.filter(isLaw).slice(0, 1)]
}

const isDitto = (text: string): boolean =>
  /^[;,]*(?:〃+|-*[〃]+-*|同上[栏行条列]?|同前[栏行条列]?|同上一[栏行条列格项]|同上[一]?述?|同上所述)[;,]*$/.test(
    text,
  )

/** Checks for 遇节假日顺延 on a fixed day, which no rule can express; for a length of time it is the law itself. */
const movesFixedDay = (parts: readonly StatedPart[], rules: readonly DeadlineRule[]): boolean =>
  parts.some(({ statement }) => statement.says === 'neutral' && statement.moves) &&
  rules.some(
    ({ kind, anchor }) => kind === 'before-event' || (kind === 'periodic' && !anchor?.afterPeriodEnd),
  )

interface Reading {
  rules: DeadlineRule[]
  unread: boolean
}

function readRules(text: string): Reading {
  const characters = readCharacters(text)
  const words: Words = tokens => {
    const first = tokens[0]
    const last = tokens.at(-1)
    return first && last ? wordsOf(characters, first.start, last.stop) : ''
  }
  const readings: SentenceReading[] = sentencesOf(tokenise(characters.text)).map(sentence =>
    readSentence(sentence, words),
  )
  const parts = inheritEvents(readings.flatMap(({ statements }) => statements))
  const rules = lawLast(mergePeriodic(attachNotices(parts)))
  return { rules, unread: readings.some(({ unread }) => unread) || movesFixedDay(parts, rules) }
}

const LINE_END = /\n|\s{2,}|\u3000/

/** Reads a text; a line break is layout inside a word, unless only reading each line as separate rules succeeds. */
function readText(text: string): Reading {
  const joined = readRules(text)
  const lines = joined.unread ? text.split(LINE_END).filter(line => line.trim() !== '') : []
  if (lines.length < 2 || !lines.map(readRules).every(({ rules, unread }) => rules.length > 0 && !unread)) {
    return joined
  }
  return readRules(lines.join(';'))
}

/**
 * Reads the column 公开时限. An unknown part yields no rule and `unresolved`; nothing is guessed. Words in the result
 * (condition, eventText) are the source's, without layout blanks.
 */
export function parseDeadline(raw: string): ParsedDeadline {
  if (raw.length > LONGEST_TEXT) return { raw, unresolved: true, rules: [] }
  const text = raw.replace(INVISIBLE, '').replace(WRITTEN_BREAK, '\n').replace(LIST_NUMBER, '$1;')
  if (isDitto(readCharacters(text).text)) return { raw, unresolved: false, rules: [{ kind: 'ditto' }] }
  const { rules, unread } = readText(text)
  return { raw, unresolved: unread || rules.length === 0, rules }
}
