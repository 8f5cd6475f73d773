import { CATEGORIES } from '@shared/facts/disclosure/categories'
import type { Category, TemplateBlock } from '@shared/contract/catalogues/category'
import type { Frequency } from '@shared/common/period'

/** Returns the category with this code, or null. */
export function findCategory(code: string): Category | null {
  return CATEGORIES.find(category => category.code === code) ?? null
}

const longestHit = (words: readonly string[], text: string) =>
  words.reduce((best, word) => (text.includes(word) ? Math.max(best, word.length) : best), 0)

/**
 * Returns the focus category 五类重点 of a catalogue item, or null. The item's path decides before the area, and the
 * longer word before the shorter one: 养老保险 under 村务公开 is not 养老服务, 低保 under 扶贫 is 社会救助.
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

/** The fields of an item that determine the blocks of its notices. */
export interface TemplateItem {
  path: readonly string[]
  elements: readonly string[]
}

interface Bound {
  found: ReadonlySet<TemplateBlock>
  /** The text without the words that matched a block. */
  left: string
}

/**
 * Finds the blocks whose words occur in the text; a longer word matches before a shorter one within it: 资产负债表 is
 * not 资产.
 */
function bound(blocks: readonly TemplateBlock[], text: string): Bound {
  const words = [...new Set(blocks.flatMap(({ only = [] }) => only))].sort((a, b) => b.length - a.length)
  const found = new Set<TemplateBlock>()
  let left = text
  for (const word of words) {
    if (!left.includes(word)) continue
    left = left.replaceAll(word, '|')
    for (const block of blocks) if (block.only?.includes(word)) found.add(block)
  }
  return { found, left }
}

/**
 * Returns the blocks of an item's notice: those of its category; registers 台账 and statements 报表 only if the
 * item's name or elements require them. An item named after a register requires that and no account of its lines; of
 * several registers in its name one is required: a village without debts only fills in its claims under 债权债务.
 */
export function templatesOf(item: TemplateItem, { blocks }: Category): TemplateBlock[] {
  const sheets = blocks.filter(({ only }) => only !== undefined)
  const isAccount = ({ left }: Bound) =>
    blocks.some(({ type, answers }) => type === 'money' && answers.some(word => left.includes(word)))
  const names = [item.path.at(-1) ?? '', item.path.join(' ')].map(name => bound(sheets, name))
  const name = names.find(one => one.found.size > 0 || isAccount(one))
  const named = name?.found ?? new Set()
  const asked = bound(sheets, item.elements.join(' ')).found
  const owesAccount = named.size === 0 || isAccount(name!)
  const oneOf = [...named].map(({ label }) => label)
  const owed = { required: true, ...(oneOf.length > 1 && { oneOf }) }
  return blocks
    .filter(block => !sheets.includes(block) || named.has(block) || asked.has(block))
    .filter(block => block.type !== 'money' || owesAccount)
    .map(block => (named.has(block) && !owesAccount ? { ...block, ...owed } : block))
}

/** Returns the usual period of the item's notices: registers quarterly, a year's distribution yearly. */
export function frequencyOf(item: TemplateItem, category: Category): Frequency {
  const templates = templatesOf(item, category)
  if (templates.some(({ type }) => type === 'money')) return category.frequency
  return templates.find(({ frequency }) => frequency)?.frequency ?? category.frequency
}
