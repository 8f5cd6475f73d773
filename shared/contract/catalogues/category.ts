import { z } from 'zod'
import { BLOCK_TYPES, FREQUENCIES, type Category as CategoryFact } from '../../facts/disclosure/categoryTypes'
import { SheetCode } from '../disclosure/notice'

const Frequency = z.enum(FREQUENCIES)

/** One block in the form of a category; fields as in shared/facts/disclosure/categoryTypes. */
export const TemplateBlock = z.object({
  type: z.enum(BLOCK_TYPES),
  sheet: SheetCode.optional(),
  label: z.string(),
  required: z.boolean(),
  oneOf: z.array(z.string()).optional(),
  answers: z.array(z.string()),
  only: z.array(z.string()).optional(),
  frequency: Frequency.optional(),
  elements: z.array(z.object({ label: z.string(), required: z.boolean() })),
  help: z.string(),
})
export type TemplateBlock = z.infer<typeof TemplateBlock>

/** Category of disclosed items: one of the five focus categories 五类重点公开, or the general one 其他公开事项. */
export const Category = z.object({
  code: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  areas: z.array(z.string()),
  keywords: z.array(z.string()),
  frequency: Frequency,
  blocks: z.array(TemplateBlock),
  source: z.string(),
  checkedOn: z.iso.date(),
}) satisfies z.ZodType<CategoryFact>
export type Category = z.infer<typeof Category>
