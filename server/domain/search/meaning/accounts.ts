import asking from './asking.json'
import { folded } from '@shared/common/searchWords'
import { fold } from '../../alignment/text/fold'
import { gramsIn, gramWeight } from '../../alignment/text/grams'
import { plainWords } from '../../alignment/text/spoken'
import type { Question } from './question'

/** What a question asks of the accounts. */
export interface AccountQuestion {
  /** The words that name entries; empty: whole sums. */
  words: string
  /** The year that need not be said. */
  thisYear: number
  year: number | null
  month: number | null
  about: keyof typeof asking.accounts | null
}

const YEARS_AGO: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 }
const TIME = /20\d\d年?|今年|去年|前年|\d{1,2}月份?|上个?月|这个?月|本月/g
const ABOUT = Object.entries(asking.accounts) as [keyof typeof asking.accounts, string[]][]
const longestFirst = (words: readonly string[]) =>
  new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g')
const SUMS = longestFirst([...asking.whole, ...asking.accounts.balance, ...asking.accounts.expense])

function yearAsked(question: string, today: string): number | null {
  const said = /20\d\d/.exec(question)?.[0]
  if (said) return Number(said)
  const ago = Object.entries(YEARS_AGO).find(([word]) => question.includes(word))?.[1]
  return ago === undefined ? null : Number(today.slice(0, 4)) - ago
}

function monthAsked(question: string, today: string): number | null {
  const said = Number(/(\d{1,2})月/.exec(question)?.[1] ?? 0)
  if (said >= 1 && said <= 12) return said
  const now = Number(today.slice(5, 7))
  if (/上个?月/.test(question)) return now === 1 ? 12 : now - 1
  return /这个?月|本月/.test(question) ? now : null
}

/** The words without those of time and of sums; those of income name entries too, and stay where others do. */
function namingWords(words: string): string {
  const rest = words.replace(TIME, ' ').replace(SUMS, ' ').replace(/\s+/g, '')
  const without = asking.accounts.income.reduce((text, word) => text.replace(word, ''), rest)
  return [...without].length < 2 ? '' : rest
}

/**
 * Reads what a question asks of the accounts; null: it asks for no money. `today` is what 今年, 上月 are counted from.
 */
export function readAccounts(q: string, { words, asks }: Question, today: string): AccountQuestion | null {
  const text = folded(q)
  const about = ABOUT.find(([, said]) => said.some(word => text.includes(word)))?.[0] ?? null
  const month = monthAsked(text, today)
  if (about === null && month === null && !asks.has('amount')) return null
  return {
    words: namingWords(words),
    thisYear: Number(today.slice(0, 4)),
    year: yearAsked(text, today),
    month,
    about,
  }
}

/** Share of the weight of the words that a name must have. */
const LEAST = 0.5

/** Returns the things whose names have most of the words; none where no name has enough of them. */
export function namedMost<Thing>(
  words: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[] {
  const grams = [...gramsIn(plainWords(fold(words)))].filter(gram => gram.length > 1)
  const shares = things.map(thing => {
    const within = gramsIn(plainWords(fold(nameOf(thing))))
    let [sum, all] = [0, 0]
    for (const gram of grams) {
      const weight = gramWeight(gram)
      all += weight
      if (within.has(gram)) sum += weight
    }
    return all > 0 ? sum / all : 0
  })
  const most = shares.reduce((best, share) => Math.max(best, share), LEAST)
  return things.filter((_, at) => shares[at]! >= most)
}
