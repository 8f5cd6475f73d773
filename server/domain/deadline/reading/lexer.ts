import { NUMBER, numberOf } from './numerals'
import { type Found, readEvery, readMonthList, readQuantity } from './quantities'
import { type Token, type TokenSense, type TokenType, T } from './tokens'
import type { Frequency } from '../types'
import { WORD_LISTS } from './vocabulary'

interface Word extends TokenSense {
  type: TokenType
}

const WORDS: ReadonlyMap<string, Word> = new Map(
  WORD_LISTS.flatMap(({ type, sense, words }) =>
    words.split(' ').map((word): [string, Word] => [word, { ...sense, type }]),
  ),
)
const LONGEST = Math.max(...[...WORDS.keys()].map(word => word.length))

type Reader = (rest: string, previous: Token | undefined) => Found | null

const pattern = (source: string, read: (match: RegExpExecArray) => Omit<Found, 'length'> | null): Reader => {
  const expression = new RegExp(`^(?:${source})`)
  return rest => {
    const match = expression.exec(rest)
    const found = match && read(match)
    return match && found ? { ...found, length: match[0].length } : null
  }
}

const after = (types: string, source: string, type: TokenType, sense?: TokenSense): Reader => {
  const read = pattern(source, () => ({ ...sense, type }))
  return (rest, previous) => (previous && types.includes(previous.type) ? read(rest, previous) : null)
}

const ONCE_EACH = '(?=(?:至少)?(?:公布|公开|公示|更新|公告)?(?:至少)?[一1](?:次|公布|公开|公示|更新|榜))'
const once = (word: string, frequency: TokenSense['frequency']): Reader =>
  pattern(`[一1]${word}${ONCE_EACH}`, () => ({ type: T.period, frequency }))

const nthMonth = (n: number): Omit<Found, 'length'> | null =>
  n >= 1 && n <= 6 ? { type: T.nthMonth, n } : null

/** Senses of period ends: 每月底 and 每年底 are a day, 每季度末 is the end of the period. */
const PERIOD_END: Record<Frequency, Omit<Found, 'length'>> = {
  monthly: { type: T.dayNumber, day: 31 },
  quarterly: { type: T.end, verb: 'ended' },
  'half-yearly': { type: T.end, verb: 'ended' },
  yearly: { type: T.date, month: 12, day: 31 },
}
const periodEnd: Reader = (rest, previous) => {
  if (!previous?.frequency || !/^[底末终](?![了结月])/.test(rest)) return null
  return { ...PERIOD_END[previous.frequency], length: 1 }
}

/** Readers with a lookahead of more than one word, in order of precedence. */
const BEFORE_WORDS: readonly Reader[] = [
  pattern('\\.{2,}', () => ({ type: T.ellipsis })),
  pattern(
    '(?:公开时限|时限要求|公开时效|公开时间|公布时间|时限)[:为](?!不少于|不得少于|不低于|至少)',
    () => ({ type: T.remark }),
  ),
  pattern('(?:公开期限|公开时长)[:为](?=长期|常年|永久|及时|随时|实时|自|信息|每)', () => ({
    type: T.remark,
  })),
  pattern('《[^《》;]{1,60}》', () => ({ type: T.lawReference })),
  pattern(`第${NUMBER}[条款项章号](?:第${NUMBER}[款项])*`, () => ({ type: T.lawReference })),
  pattern('\\((?:19|20)[0-9]{2}\\)第?[0-9]{1,4}号', () => ({ type: T.lawReference })),
  pattern('(?:19|20)[0-9]{2}年(?:度)?', () => ({ type: T.unsayable })),
  pattern(`第(${NUMBER})个?月(?:份)?`, match => nthMonth(numberOf(match[1] ?? ''))),
  pattern(`第${NUMBER}(?:季度|个?工作日|天|日|周)`, () => ({ type: T.unsayable })),
  readEvery,
  once('年', 'yearly'),
  once('个?季度?', 'quarterly'),
  once('个?月', 'monthly'),
  pattern('[一1](?=公布|公开|公示|更新|榜)', () => ({ type: T.times, n: 1 })),
  pattern('半年(?=内|以内|之内)', () => ({ type: T.span, n: 6, unit: 'month' })),
  pattern('季(?=后|之后|以后|终)', () => ({ type: T.period, frequency: 'quarterly', end: true })),
  pattern('会(?=前|后)', () => ({ type: T.matter, role: 'meeting' })),
  pattern('通过(?=之日|日起|后|之后|以后)', () => ({ type: T.verb, verb: 'passed' })),
  after(T.nthMonth, '月?[底末]', T.dayNumber, { day: 31 }),
  pattern('上(?:半年)?[、和及与]?下半年', () => ({ type: T.every, frequency: 'half-yearly' })),
  pattern('(?:时间|期限|时长)(?=不少于|不得少于|不低于|至少)', () => ({ type: T.posting })),
  after(T.every + T.period, '定期', T.filler),
  pattern('定期(?=每|按[月季年])', () => ({ type: T.filler })),
  pattern('定期', () => ({ type: T.unsayable })),
  periodEnd,
  after(T.span + T.day, '(?:\\(含(?:本数|当[日天])?\\))?(?:以|之)?内(?:完成)?', T.within),
  after(T.channel, '[上中里内]', T.filler),
  after(T.otherwise, '外', T.follow),
  readMonthList,
]

const longestWord: Reader = rest => {
  for (let length = Math.min(LONGEST, rest.length); length > 0; length--) {
    const word = WORDS.get(rest.slice(0, length))
    if (word) return { ...word, length }
  }
  return null
}

const SIGNS: Readonly<Record<string, TokenType>> = {
  ';': T.stop,
  ',': T.comma,
  '(': T.open,
  ')': T.close,
  '〃': T.ditto,
}

const readSign: Reader = rest => {
  const type = SIGNS[rest.charAt(0)]
  return type ? { type, length: 1 } : null
}

const READERS: readonly Reader[] = [...BEFORE_WORDS, readSign, longestWord, readQuantity]

function readAt(rest: string, previous: Token | undefined): Found {
  for (const read of READERS) {
    const found = read(rest, previous)
    if (found) return found
  }
  return { type: T.text, length: 1 }
}

/** Tokenises a normalised text; unrecognised characters are joined into `text` tokens. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  let position = 0
  while (position < text.length) {
    const previous = tokens.at(-1)
    const { length, ...found } = readAt(text.slice(position), previous)
    const stop = position + length
    if (found.type === T.text && previous?.type === T.text) {
      previous.text += text.slice(position, stop)
      previous.stop = stop
    } else {
      tokens.push({ ...found, text: text.slice(position, stop), start: position, stop })
    }
    position = stop
  }
  return tokens
}
