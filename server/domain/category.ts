import { CATEGORIES, FOCUS_CATEGORIES } from '@shared/facts/disclosure/categories'
import { GENERAL_CODE } from '@shared/facts/disclosure/categoryTypes'
import type { Category, TemplateBlock } from '@shared/contract/catalogues/category'
import type { Frequency } from '@shared/common/period'
import { parseDeadline } from './deadline'

/** Returns the category with this code, or null. */
export function findCategory(code: string): Category | null {
  return CATEGORIES.find(category => category.code === code) ?? null
}

const longestHit = (words: readonly string[], text: string) =>
  words.reduce((best, word) => (text.includes(word) ? Math.max(best, word.length) : best), 0)

/**
 * Returns the category of a stored code.
 * @throws Error for an unknown code
 */
export function requireCategory(code: string): Category {
  const category = findCategory(code)
  if (!category) throw new Error(`unknown category ${code}`)
  return category
}

/** Whether the category is one of the five 五类重点. */
export const isFocus = (code: string): boolean => FOCUS_CATEGORIES.some(category => category.code === code)

/**
 * Returns the category of a catalogue item: one of the five 五类重点, else the general one. The item's path decides before
 * the area, and the longer word before the shorter one: 养老保险 under 村务公开 is not 养老服务, 低保 under 扶贫 is 社会救助.
 */
export function categoryOf(item: { area: string; path: readonly string[] }): string {
  const path = item.path.join(' ')
  const byPath = best(category => longestHit(category.keywords, path))
  return byPath ?? best(category => longestHit(category.areas, item.area)) ?? GENERAL_CODE
}

function best(score: (category: Category) => number): string | null {
  const ranked = FOCUS_CATEGORIES.map(category => ({ code: category.code, score: score(category) })).filter(
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

/** Label of the first block of a general item. */
const MAIN_LABEL = '公开内容'

/** The elements of an item, assigned to the blocks of its form. */
export interface Assigned {
  /** Label of each block: the element that it answers, else its own. */
  labels: string[]
  /** Elements that no block answers; they are facts. */
  facts: string[]
}

/** Assigns the elements of an item to the blocks that answer them, one element to a block. */
export function assignElements(
  elements: readonly string[],
  blocks: readonly Pick<TemplateBlock, 'label' | 'answers'>[],
): Assigned {
  const facts = [...elements]
  const labels = blocks.map(({ label, answers }) => {
    const asked = facts.findIndex(element => answers.some(word => element.includes(word)))
    return asked < 0 ? label : facts.splice(asked, 1)[0]!
  })
  return { labels, facts }
}

/**
 * Returns the blocks of a general item: those that its words ask for, and facts for elements that no other block
 * answers. One of them is enough: a village's rules are a text or a file.
 */
function generalTemplates(
  { path, elements }: TemplateItem,
  blocks: readonly TemplateBlock[],
): TemplateBlock[] {
  const words = [...path, ...elements].join(' ')
  const offered = blocks.filter(({ only }) => !only || only.some(word => words.includes(word)))
  const others = offered.filter(({ type }) => type !== 'facts')
  const hasFacts = assignElements(elements, others).facts.length > 0
  const [first, ...rest] = hasFacts ? offered : others
  if (!first) return []
  const main = first.type === 'text' ? { ...first, label: MAIN_LABEL } : first
  const oneOf = [main, ...rest].map(({ label }) => label)
  return [{ ...main, required: true, oneOf }, ...rest]
}

/**
 * Returns the blocks of an item's notice: those of its category; registers 台账 and statements 报表 only if the
 * item's name or elements require them. An item named after a register requires that and no account of its lines; of
 * several registers in its name one is required: a village without debts only fills in its claims under 债权债务.
 */
export function templatesOf(item: TemplateItem, { code, blocks }: Category): TemplateBlock[] {
  if (code === GENERAL_CODE) return generalTemplates(item, blocks)
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

/** Returns the period in the words of a time limit; null if it has none. */
const frequencyIn = (deadline: string | null): Frequency | null =>
  parseDeadline(deadline ?? '').rules.find(({ kind }) => kind === 'periodic')?.frequency ?? null

/**
 * Returns the usual period of the item's notices: registers quarterly, a year's distribution yearly, a general item as
 * its time limit says.
 */
export function frequencyOf(item: TemplateItem & { deadline: string | null }, category: Category): Frequency {
  if (category.code === GENERAL_CODE) return frequencyIn(item.deadline) ?? category.frequency
  const templates = templatesOf(item, category)
  if (templates.some(({ type }) => type === 'money')) return category.frequency
  return templates.find(({ frequency }) => frequency)?.frequency ?? category.frequency
}
