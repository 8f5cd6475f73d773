import { CATEGORIES } from '../data/categories'
import type { Category } from '../schemas/category'

/** The category with this code, or null. */
export function findCategory(code: string): Category | null {
  return CATEGORIES.find(category => category.code === code) ?? null
}

const longestHit = (words: readonly string[], text: string) =>
  words.reduce((best, word) => (text.includes(word) ? Math.max(best, word.length) : best), 0)

/**
 * Focus category 五类重点 of a catalogue item, or null. The words of the item's own path decide before the area does,
 * and the longer word before the shorter one: 养老保险 under 村务公开 is not 养老服务, 低保 under 扶贫 is 社会救助.
 */
export function categoryOf(item: { area: string; path: readonly string[] }): string | null {
  const path = item.path.join(' ')
  const byPath = best(category => longestHit(category.keywords, path))
  if (byPath) return byPath
  return best(category => longestHit(category.areas, item.area))
}

function best(score: (category: Category) => number): string | null {
  const ranked = CATEGORIES.map(category => ({ code: category.code, score: score(category) })).filter(
    row => row.score > 0,
  )
  ranked.sort((a, b) => b.score - a.score)
  return ranked[0]?.code ?? null
}
