import type { SheetCode } from './sheets'

/** How often a notice is published. */
export const FREQUENCIES = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const
type Frequency = (typeof FREQUENCIES)[number]

/** Kinds of blocks in a notice. */
export const BLOCK_TYPES = ['text', 'facts', 'money', 'recipients', 'sheet', 'attachments'] as const

/** One block that a category's form offers, in order. */
export interface TemplateBlock {
  type: (typeof BLOCK_TYPES)[number]
  /** For `sheet`: which register or statement. */
  sheet?: SheetCode
  label: string
  required: boolean
  /** Of a required block: the labels of those of which one is enough, its own among them. */
  oneOf?: string[]
  /** Words in a catalogue element's label that this block answers (补贴结果, 名单, 收支 …). */
  answers: string[]
  /** The block is offered only where one of these words is in the item's name or elements. */
  only?: string[]
  /** Usual period of a notice that is named after the block. */
  frequency?: Frequency
  /** For `facts`: the labels asked for even where the catalogue item lists no elements. */
  elements: { label: string; required: boolean }[]
  /** One plain sentence for the field. */
  help: string
}

/** Focus category 五类重点公开 of clause 二(五), with its content template. Data, versioned: ./categories. */
export interface Category {
  code: string
  /** Name as villagers see it everywhere, in this order. */
  name: string
  /** Name used in the plan of 2020 and its successors, newest first (脱贫攻坚 → 乡村振兴 …). */
  formerNames: string[]
  /** Catalogue areas 领域 and words in an item's path that put it in this category. */
  areas: string[]
  keywords: string[]
  /** Usual period of a notice. */
  frequency: Frequency
  blocks: TemplateBlock[]
  source: string
  /** Day `YYYY-MM-DD`. */
  checkedOn: string
}
