import { MATTERS } from '@server/domain/alignment/phrases/bank'
import { type AlignableItem, suggestAlignment } from '@server/domain/alignment/suggest'
import { NOTHING_NEARER } from '@server/domain/alignment/explain'
import type { Meaning } from '@server/domain/alignment/meaning'
import { folded } from '@shared/common/searchWords'
import { shareSpelt } from './readings'

/** An item that means nearly what a question asks, with the reason in Chinese. */
export interface NearItem {
  id: string
  /** 0–1; only their order matters. */
  score: number
  why: string
  /** Shares words or a way of saying with the question; not only the nearest of those there are. */
  isSure: boolean
}

const PINYIN = /^[a-z]{3,30}$/

/** Every way in which people name a matter. */
const SAID = MATTERS.flatMap(({ names, former, say }) => [...names, ...former, ...say])

/** Returns the words that letters spell: of the items first, else of the ways in which people name matters. */
function wordsSpelt(letters: string, items: readonly AlignableItem[]): string | null {
  for (const texts of [items.flatMap(({ path }) => path), SAID]) {
    let [best, most] = [null as string | null, 0]
    for (const text of texts) {
      const share = shareSpelt(text, letters) ?? 0
      if (share > most) [best, most] = [text, share]
    }
    if (best !== null) return best
  }
  return null
}

/** Words of asking that name nothing. */
const ASKING =
  /(?:请问|我想(?:知道|问)?|有没有|要不要|能不能|是不是|怎么样?|咋个?|如何|为什么|什么时候|几点|哪天|在哪里?|哪里|去哪|哪些|哪个|哪家|是谁|有谁|谁家|谁在|多少钱?|几多|了没有?|没有|了吗|吗|呢|啊|呀|[?？])/g

const withoutAsking = (question: string): string => {
  const rest = question.replace(ASKING, '')
  return [...rest].length >= 2 ? rest : question
}

/** Score below which an item has next to nothing to do with the question. */
const LEAST = 0.02

/**
 * Ranks items by the meaning of a question 意思相近: by the words that people use for a matter, misspelt by one character
 * or in pinyin. Work is bounded by the number of items.
 */
export function nearItems(
  question: string,
  items: readonly AlignableItem[],
  most: number,
  meaning: Meaning | null = null,
): NearItem[] {
  const letters = folded(question).replace(/[\s']/g, '')
  const words = PINYIN.test(letters) ? wordsSpelt(letters, items) : withoutAsking(question)
  if (words === null || items.length === 0) return []
  const [found] = suggestAlignment([{ id: '', path: [words] }], items, most, meaning)
  const spelt = words === question || !PINYIN.test(letters) ? '' : `拼音像“${words}”，`
  return (found?.suggestions ?? [])
    .filter(({ score }) => score >= LEAST)
    .map(({ catalogueId, score, reasons }) => ({
      id: catalogueId,
      score,
      why: `${spelt}${reasons[0] ?? ''}`,
      isSure: reasons[0] !== NOTHING_NEARER,
    }))
}
