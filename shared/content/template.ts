import type { TemplateBlock } from '../contract/catalogues/category'
import type { ContentBlock } from '../contract/disclosure/notice'

/** True if the block is of the template's kind. */
export const isOfTemplate = (
  { type, sheet }: Pick<TemplateBlock, 'type' | 'sheet'>,
  block: Pick<ContentBlock, 'type'> & { sheet?: string },
): boolean => block.type === type && (type !== 'sheet' || block.sheet === sheet)
