import type { TemplateItem } from '@server/domain/category'
import type { PublicityItem } from '@server/domain/publicity'
import type { Category } from '@shared/contract/catalogues/category'
import type { Issue } from '@shared/contract/common'
import type { ContentBlock, NoticeContent } from '@shared/contract/disclosure/notice'

/** Input of the checkers, which are pure. */
export interface Draft {
  content: NoticeContent
  /** The fields of the item that define its publicity period and its blocks. */
  item: PublicityItem & TemplateItem
  /** Focus category of the item; null when it has none. */
  category: Category | null
  /** Today in China, `YYYY-MM-DD`. */
  today: string
  /** Content published for the period just before; null when there is none. */
  previous: NoticeContent | null
}

export type Checker = (draft: Draft) => Issue[]

export const BLOCKS = 'content.blocks'

export type BlockOf<T extends ContentBlock['type']> = Extract<ContentBlock, { type: T }>

/** Returns all blocks of a type with their index in the content. */
export function blocksOf<T extends ContentBlock['type']>(
  content: NoticeContent,
  type: T,
): { block: BlockOf<T>; index: number }[] {
  return content.blocks.flatMap((block, index) =>
    block.type === type ? [{ block: block as BlockOf<T>, index }] : [],
  )
}
