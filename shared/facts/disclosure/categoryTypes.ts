import type { SheetCode } from './sheets'

/** How often a notice is published. */
export const FREQUENCIES = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const
type Frequency = (typeof FREQUENCIES)[number]

/** Kinds of block in a notice. */
export const BLOCK_TYPES = ['text', 'facts', 'money', 'recipients', 'sheet', 'attachments'] as const

/** Code of the category of items outside the five 其他公开事项. */
export const GENERAL_CODE = 'general'

/** One block in the form of a category, in order. */
export interface TemplateBlock {
  type: (typeof BLOCK_TYPES)[number]
  /** For `sheet`: which register or statement. */
  sheet?: SheetCode
  label: string
  required: boolean
  /** For a required block: labels of the blocks of which one is enough, its own included. */
  oneOf?: string[]
  /** Words in a catalogue element's label that this block answers (补贴结果, 名单, 收支 …). */
  answers: string[]
  /** Offered only if one of these words occurs in the item's name or elements. */
  only?: string[]
  /** Usual period of a notice that is named after the block. */
  frequency?: Frequency
  /** For `facts`: labels that are required even if the catalogue item lists no elements. */
  elements: { label: string; required: boolean }[]
  /** Help text of the field, one plain sentence. */
  help: string
}

/**
 * Category of disclosed items, with its content template: one of the five of clause 二(五) 五类重点公开, or the general one
 * 其他公开事项 of all other items. Versioned data: ./categories.
 */
export interface Category {
  code: string
  /** Name on every page. */
  name: string
  /** Names in the plan of 2020 and its successors, newest first (脱贫攻坚 → 乡村振兴 …). */
  formerNames: string[]
  /** Catalogue areas 领域 and words in an item's path that assign it to this category. */
  areas: string[]
  keywords: string[]
  /** Usual period of a notice. */
  frequency: Frequency
  blocks: TemplateBlock[]
  source: string
  /** Day `YYYY-MM-DD`. */
  checkedOn: string
}
