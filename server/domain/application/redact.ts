import type { Issue } from '@shared/contract/common'
import { REPLY_KINDS, type ReplyKindCode } from './replyKinds'

/** What is withheld in a text 不公开的部分: the words wherever they are, or in one paragraph alone. */
export interface Passage {
  words: string
  /** Number of the paragraph, from 1; absent: in every paragraph. */
  paragraph?: number | undefined
  kind: ReplyKindCode
  reason: string
}

/** A passage as it is listed: where, on what basis, why. `words` goes into the sealed list alone. */
interface ListedPassage {
  place: string
  kind: ReplyKindCode
  reason: string
  words: string
}

/** Bar of one length for every passage: its width shows nothing of what is under it. */
const BAR = '■■■■'

export interface Redacted {
  paragraphs: string[]
  passages: ListedPassage[]
}

/** Blanks, and characters that nobody sees: a copied text has them between the letters of a name. */
const UNSEEN = String.raw`[\s\p{Cf}\p{Mn}]*`
const withoutBlanks = (text: string): string => text.replace(new RegExp(UNSEEN, 'gu'), '')

/** The letters alone, in one form: １３８ is 138. */
const plain = (text: string): string => withoutBlanks(text.normalize('NFKC')).toLowerCase()

const escaped = (letter: string): string => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds words however they are spaced: a blank, a line break or an unseen character within must not leave them readable. */
const patternOf = (words: string): RegExp =>
  new RegExp([...withoutBlanks(words)].map(escaped).join(UNSEEN), 'giu')

interface Span {
  from: number
  to: number
  /** Number of the passage, from 1. */
  nth: number
}

const spansIn = (text: string, passages: readonly Passage[], paragraph: number): Span[] =>
  passages.flatMap((passage, at) =>
    passage.paragraph === undefined || passage.paragraph === paragraph
      ? [...text.matchAll(patternOf(passage.words))].map(found => ({
          from: found.index,
          to: found.index + found[0].length,
          nth: at + 1,
        }))
      : [],
  )

/** Spans that overlap become one bar, under the number of the first. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = out.at(-1)
    if (last && span.from < last.to) last.to = Math.max(last.to, span.to)
    else out.push({ ...span })
  }
  return out
}

function barred(text: string, spans: readonly Span[]): string {
  let out = ''
  let at = 0
  for (const { from, to, nth } of merged(spans)) {
    out += `${text.slice(at, from)}${BAR}（${nth}）`
    at = to
  }
  return out + text.slice(at)
}

const issue = (code: string, at: number, message: string): Issue => ({
  code,
  field: `withheld.${at}`,
  row: at + 1,
  message: `第 ${at + 1} 处：${message}`,
})

function unfit({ words, kind, reason }: Passage, at: number): Issue[] {
  return [
    ...(withoutBlanks(words) === '' ? [issue('passage-empty', at, '没有写要遮盖的文字。')] : []),
    ...(REPLY_KINDS[kind].remedy === 'review-first' && kind !== 'partly'
      ? []
      : [issue('passage-kind', at, '这种结果不是不公开的理由，请另选一种。')]),
    ...(withoutBlanks(reason) === '' ? [issue('passage-reason', at, '没有写为什么不公开。')] : []),
  ]
}

/** Words that are readable still, within a paragraph or over the end of one. */
function left(paragraphs: readonly string[], passages: readonly Passage[]): Issue[] {
  const whole = plain(paragraphs.join(''))
  const within = (paragraph: number | undefined): string =>
    paragraph === undefined ? whole : plain(paragraphs[paragraph - 1] ?? '')
  return passages.flatMap(({ words, paragraph }, at) =>
    within(paragraph).includes(plain(words))
      ? [issue('passage-left', at, '这些文字还读得出来（跨在两段之间，或者写成了全角），请另加一处。')]
      : [],
  )
}

const placeOf = (numbers: readonly number[]): string =>
  `第 ${[...new Set(numbers)].join('、')} 段，共 ${numbers.length} 处`

/**
 * Redacts a text 遮盖: every passage becomes a bar with its number, and a list says where, on what basis and why. Returns all faults
 * at once instead where a passage is not found, is left readable, or has no reason.
 */
export function redact(
  paragraphs: readonly string[],
  passages: readonly Passage[],
): { ok: true; value: Redacted } | { ok: false; faults: Issue[] } {
  const faults = passages.flatMap(unfit)
  if (faults.length > 0) return { ok: false, faults }
  const spans = paragraphs.map((text, at) => spansIn(text, passages, at + 1))
  const out = paragraphs.map((text, at) => barred(text, spans[at] ?? []))
  const places = passages.map((_, nth) =>
    spans.flatMap((found, at) => found.filter(span => span.nth === nth + 1).map(() => at + 1)),
  )
  const remaining = left(out, passages)
  const lost = passages.flatMap((_, at) =>
    places[at]?.length === 0 && remaining.every(({ row }) => row !== at + 1)
      ? [issue('passage-unknown', at, '材料里没有找到这些文字。')]
      : [],
  )
  if (lost.length + remaining.length > 0) return { ok: false, faults: [...lost, ...remaining] }
  return {
    ok: true,
    value: {
      paragraphs: out,
      passages: passages.map(({ kind, reason, words }, at) => ({
        place: placeOf(places[at] ?? []),
        kind,
        reason,
        words,
      })),
    },
  }
}
