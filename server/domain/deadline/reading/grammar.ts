import { type Token, T } from './tokens'
import type { DeadlineRule, NoticeSpan } from '../types'

/**
 * Meaning of a statement; `neutral` has no time (向社会公开, 可链接至有关栏目); `moves`: a date on a rest day moves
 * to the next working day.
 */
export type Statement =
  | { says: 'rule'; rule: DeadlineRule }
  | { says: 'notice'; notice: NoticeSpan; condition?: string }
  | { says: 'neutral'; moves?: boolean }

export type Parts = Readonly<Record<string, readonly Token[]>>

/** Returns the source's words of a run of tokens. */
export type Words = (tokens: readonly Token[]) => string

export interface Production {
  name: string
  /** Labels and patterns over token letters, in order. */
  parts: readonly (readonly [string, string])[]
  /** Builds the statement; null: the pattern matches but the words are meaningless. */
  build: (parts: Parts, words: Words) => Statement | null
}

const { verb: V, publish: P } = T
const CHANNEL = '(?:p[xGCnmj]{0,8}?CM?(?:j[xGnm]{0,4}?CM?)*)'
const LAW = '(?:A[Lk][LkjGgdnxm]*c?)?'
/** Subject, obligation and legal basis of a statement: no information about the clock. */
const LEAD = `(?:W|M|j|nc?|x?Gc?|${CHANNEL}c?|A[Lk][LkjGgdnxm]*c?|x?L[Lgdn]*c?)*`
const OBJECT = '[xnmdj]{0,6}[nm]'
const DOING = `(?:[MIGd]|[xm]{1,3}G|${CHANNEL})*`
/** 及时在政府网站公开, 予以公布 */
const ACTION = `(?:c?${DOING}P(?:j?${DOING}P)*(?:${OBJECT})?)?`
const EVENT_PHRASE = '[VEnmGCPpxjdrogkLY]{1,24}?'
const FINAL = `(?=[cj3]|$|[MpC]*[oP]i?M*[tl]?[QD])`
const GAP = 'c?[Mdpl]*'

/** Patterns shared by the productions. */
export const PATTERN = {
  V,
  P,
  LEAD,
  LAW,
  CHANNEL,
  ACTION,
  DOING,
  OBJECT,
  EVENT_PHRASE,
  GAP,
  SPAN: '[QD]',
  PERIOD: '[Fr]',
} as const

export interface CompiledProduction extends Production {
  expression: RegExp
}

export const compile = (production: Production): CompiledProduction => ({
  ...production,
  expression: new RegExp(`^${production.parts.map(([, pattern]) => `(${pattern})`).join('')}${FINAL}`),
})

/** Returns the tokens of each part of a match that starts at `from`. */
export function partsOf(
  production: Production,
  match: RegExpExecArray,
  tokens: readonly Token[],
  from: number,
): Parts {
  const parts: Record<string, readonly Token[]> = {}
  let position = from
  production.parts.forEach(([label], index) => {
    const length = match[index + 1]?.length ?? 0
    parts[label] = tokens.slice(position, position + length)
    position += length
  })
  return parts
}

export const rule = (value: DeadlineRule): Statement => ({ says: 'rule', rule: value })
