import type { Frequency } from '../types'
import type { EventName, SpanUnit } from '@shared/common/span'

/** One letter per kind of token, so that a production is a regular expression over a sentence's letters. */
export const T = {
  from: 'f',
  preposition: 'p',
  start: 's',
  after: 'a',
  before: 'b',
  ahead: 'e',
  span: 'Q',
  day: 'D',
  dayNumber: 'H',
  date: 'T',
  month: 'O',
  monthList: 'U',
  money: 'Y',
  within: 'w',
  every: 'F',
  period: 'r',
  nthMonth: 'K',
  end: 'E',
  verb: 'V',
  generic: 'n',
  matter: 'm',
  organisation: 'G',
  channel: 'C',
  text: 'x',
  publish: 'P',
  posting: 'o',
  atOnce: 'I',
  standing: 'S',
  staged: 'R',
  stage: 'v',
  by: 'A',
  law: 'k',
  lawReference: 'L',
  ruled: 'g',
  otherwise: 'X',
  follow: 'Z',
  filler: 'M',
  atMost: 'l',
  atLeast: 't',
  orMore: 'y',
  is: 'i',
  or: 'j',
  comma: 'c',
  of: 'd',
  condition: 'h',
  when: 'q',
  times: '1',
  remark: 'W',
  unsayable: 'B',
  negation: 'N',
  open: 'u',
  close: 'z',
  stop: ';',
  ditto: '~',
  ellipsis: '3',
} as const

export type TokenType = (typeof T)[keyof typeof T]

/** Event verbs, before object and subject are considered. */
export type VerbSense =
  | 'formed'
  | 'changed'
  | 'made'
  | 'obtained'
  | 'received'
  | 'sent-to'
  | 'approved'
  | 'enacted'
  | 'passed'
  | 'settled'
  | 'held'
  | 'occurred'
  | 'issued'
  | 'ended'
  | 'other'

/** Nouns that determine the meaning of an event verb. */
export type NounRole =
  'approval' | 'decision' | 'meeting' | 'election' | 'superior' | 'congress' | 'allocation' | 'unit'

export interface TokenSense {
  verb?: VerbSense
  role?: NounRole
  event?: EventName
  frequency?: Frequency
  /** A frequency word for the following period: 次月, 次年. */
  next?: boolean
  /** The word names the period's end: 季末. */
  end?: boolean
  /** 分阶段 is a stage rule by itself; 进展 requires 按. */
  full?: boolean
  /** 公示, 公告: a following duration is a posting period. */
  posts?: boolean
  n?: number
  unit?: SpanUnit
  month?: number
  day?: number
  months?: number[]
}

export interface Token extends TokenSense {
  type: TokenType
  /** Normalised text. */
  text: string
  /** Range in the normalised characters. */
  start: number
  stop: number
}

/** Words of one kind, in simplified characters, separated by blanks; the longest word at a position wins. */
export interface WordList {
  type: TokenType
  sense?: TokenSense
  words: string
}
