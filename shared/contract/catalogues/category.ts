import { z } from 'zod'
import { SheetCode } from '../disclosure/notice'

const Frequency = z.enum(['monthly', 'quarterly', 'half-yearly', 'yearly'])

/** One block that a category's form offers, in order. */
export const TemplateBlock = z.object({
  type: z.enum(['text', 'facts', 'money', 'recipients', 'sheet', 'attachments']),
  /** For `sheet`: which register or statement. */
  sheet: SheetCode.optional(),
  label: z.string(),
  required: z.boolean(),
  /** Of a required block: the labels of those of which one is enough, its own among them. */
  oneOf: z.array(z.string()).optional(),
  /** Words in a catalogue element's label that this block answers (补贴结果, 名单, 收支 …). */
  answers: z.array(z.string()),
  /** The block is offered only where one of these words stands in the item's name or elements. */
  only: z.array(z.string()).optional(),
  /** Usual period of a notice that is named after the block. */
  frequency: Frequency.optional(),
  /** For `facts`: the labels asked for even where the catalogue item lists no elements. */
  elements: z.array(z.object({ label: z.string(), required: z.boolean() })),
  /** One plain sentence beside the field. */
  help: z.string(),
})
export type TemplateBlock = z.infer<typeof TemplateBlock>

/** Focus category 五类重点公开 of clause 二(五), with its content template. Data, versioned: shared/facts/disclosure/categories.ts. */
export const Category = z.object({
  code: z.string(),
  /** Name as villagers see it everywhere, in this order. */
  name: z.string(),
  /** Name used in the plan of 2020 and its successors, newest first (脱贫攻坚 → 乡村振兴 …). */
  formerNames: z.array(z.string()),
  /** Catalogue areas 领域 and words in an item's path that put it in this category. */
  areas: z.array(z.string()),
  keywords: z.array(z.string()),
  /** Usual period of a notice. */
  frequency: Frequency,
  blocks: z.array(TemplateBlock),
  source: z.string(),
  checkedOn: z.iso.date(),
})
export type Category = z.infer<typeof Category>
