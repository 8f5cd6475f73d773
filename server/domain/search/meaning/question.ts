import asking from './asking.json'
import { folded } from '@shared/common/searchWords'
import { fold } from '../../alignment/text/fold'

/** Whether a question is about the asker's own household 我家: only its own page may answer. */
export const asksOwn = (question: string): boolean => asking.own.some(word => folded(question).includes(word))

type AskedFor = keyof typeof asking.kinds

/** A question, read: what it names and what it asks for. */
export interface Question {
  /** Without the words of asking, unless nothing is left. */
  words: string
  asks: ReadonlySet<AskedFor>
  /** The words that letters spell; absent where it was written in characters. */
  spelt?: string
}

const KIND_OF = new Map<string, AskedFor>()
for (const [kind, words] of Object.entries(asking.kinds)) {
  for (const word of words) KIND_OF.set(word, kind as AskedFor)
}
/** Words that say which figure is meant: they are read besides, and stay. */
const FIGURES = ['each', 'left', 'spent'] as const
const ASKING = new RegExp(
  [...KIND_OF]
    .filter(([, kind]) => !FIGURES.some(one => one === kind))
    .map(([word]) => word)
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
)
/** Words of asking that name something too, and stay. */
const NAMING: ReadonlySet<AskedFor> = new Set(['phone', 'how', 'amount', 'time'])
const QUESTION_WORD = /[怎咋如多几什啥哪何谁要花]/u

/** Reads what a question asks for; the rest of its words is what it names. */
export function readQuestion(question: string): Question {
  const asks = new Set<AskedFor>()
  const plain = fold(folded(question)).replace(/[?？。！!，,]/g, ' ')
  const rest = plain.replace(ASKING, word => {
    const kind = KIND_OF.get(word)!
    asks.add(kind)
    return NAMING.has(kind) && !QUESTION_WORD.test(word) ? word : ' '
  })
  for (const kind of FIGURES) if (asking.kinds[kind].some(word => plain.includes(word))) asks.add(kind)
  const words = rest.trim().replace(/ +/g, ' ')
  return { words: [...words.replace(/ /g, '')].length >= 2 ? words : plain.trim(), asks }
}

const LETTERS = /^[a-z]{3,30}$/

/** The letters of a query in pinyin or initials; null for one in characters. */
export function lettersOf(question: string): string | null {
  const letters = folded(question).replace(/[\s']/g, '')
  return LETTERS.test(letters) ? letters : null
}
