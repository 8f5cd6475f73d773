import type { SearchPage } from '@shared/schemas/reading'
import type { SearchRows } from '../queries/search'
import { presentSummary } from './noticeSummary'

const folded = (text: string) => text.normalize('NFKC').toLowerCase()
const wordsOf = (q: string): string[] =>
  folded(q)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** 为什么找到: each word of the query with the first place where it stands. */
function whyOf(words: readonly string[], places: readonly (readonly [string, string])[]): string {
  const reasons = words.map(word => {
    const place = places.find(([, text]) => folded(text).includes(word))
    return place ? `${place[0]}有“${word}”` : `分散含有“${word}”各字`
  })
  return reasons.join('，')
}

/** Public: hits with the reason why each one matches. */
export function presentSearch({ rows, nextCursor, items, names }: SearchRows, q: string): SearchPage {
  const words = wordsOf(q)
  return {
    items: rows.map(row => {
      const item = items.get(row.itemId)
      const places = [
        ['标题', row.title],
        ['摘要', row.sentence],
        ['事项', item ? item.path.join(' ') : ''],
        ['领域', item ? item.area : ''],
      ] as const
      return { ...presentSummary(row, names), why: whyOf(words, places) }
    }),
    nextCursor,
  }
}
