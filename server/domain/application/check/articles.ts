import { numberOf } from '@server/domain/deadline/reading/numerals'
import type { Article } from '../replyKinds'

const NUMBER = '([一二三四五六七八九十百零〇0-9]+)'
const CITED = new RegExp(
  `第\\s*${NUMBER}\\s*条(?:之${NUMBER})?(?:\\s*第\\s*${NUMBER}\\s*款)?(?:\\s*第\\s*[（(]?\\s*${NUMBER}\\s*[）)]?\\s*项)?`,
  'g',
)

/** Articles of the Regulation whose citation means a refusal, or partial disclosure. */
const REFUSAL = [14, 15, 16]

/** Reads the articles cited in a text: 第三十六条第（五）项, 第39条第1款. */
export function citedArticles(text: string): Article[] {
  return [...text.matchAll(CITED)].map(([, article = '', , paragraph, item]) => ({
    article: numberOf(article),
    ...(paragraph !== undefined && { paragraph: numberOf(paragraph) }),
    ...(item !== undefined && { item: numberOf(item) }),
  }))
}

/** True if a citation is the wanted article; a paragraph that the citation leaves out is no fault, an item is. */
const fits = (cited: Article, wanted: Article): boolean =>
  cited.article === wanted.article &&
  (wanted.item === undefined || cited.item === wanted.item) &&
  (wanted.paragraph === undefined || cited.paragraph === undefined || cited.paragraph === wanted.paragraph)

/** §36(3) is the clause for every refusal; §37 may go with the articles of its parts. */
const isAside = (cited: Article, wanted: readonly Article[]): boolean => {
  const isRefusal = wanted.some(({ article }) => REFUSAL.includes(article))
  if (cited.article === 36) return cited.item === undefined || (cited.item === 3 && isRefusal)
  if (!REFUSAL.includes(cited.article)) return true
  return wanted.some(({ article }) => article === 37)
}

/** True if the cited articles are those of the kind: its own one is there and none of another kind. */
export const articlesFit = (cited: readonly Article[], wanted: readonly Article[]): boolean =>
  (wanted.length === 0 || cited.some(one => wanted.some(own => fits(one, own)))) &&
  cited.every(one => wanted.some(own => fits(one, own)) || isAside(one, wanted))
