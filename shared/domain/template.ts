import type { TemplateBlock } from '../schemas/category'
import type { ContentBlock } from '../schemas/notice'

/** Is the block one of the template's kind? */
export const isOfTemplate = (
  { type, sheet }: Pick<TemplateBlock, 'type' | 'sheet'>,
  block: Pick<ContentBlock, 'type'> & { sheet?: string },
): boolean => block.type === type && (type !== 'sheet' || block.sheet === sheet)
