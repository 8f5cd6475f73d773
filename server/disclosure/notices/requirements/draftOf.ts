import { requireCategory, type TemplateItem } from '@server/domain/category'
import { chinaDate } from '@shared/common/period'
import type { NoticeContext } from '../queries/noticeContext'
import type { NoticeContent, ContentBlock } from '@shared/contract/disclosure/notice'
import type { PublicityItem } from '@server/domain/publicity'
import type { Category } from '@shared/contract/catalogues/category'
import type { Issue } from '@shared/contract/common'

/** Returns the checkers' input for a notice in work. */
export const draftOf = (
  work: Pick<NoticeContext, 'content' | 'previous'> & {
    corrected?: NoticeContext['corrected']
    item: Pick<NoticeContext['item'], 'category' | 'path' | 'elements' | 'deadline'>
  },
  now: Date,
): Draft => ({
  content: work.content,
  item: { path: work.item.path, elements: work.item.elements, deadline: work.item.deadline },
  category: requireCategory(work.item.category),
  today: chinaDate(now),
  previous: work.previous,
  corrected: work.corrected ?? null,
})

/** Everything the checkers look at; they are pure. */
export interface Draft {
  content: NoticeContent
  /** What of the item says how long its notices are posted, and which blocks they are made of. */
  item: PublicityItem & TemplateItem
  category: Category
  /** Today in China, `YYYY-MM-DD`. */
  today: string
  /** What was published for the period just before this one, if anything. */
  previous: NoticeContent | null
  /** The edition that this one corrects and may not repeat; null for a first one. */
  corrected: { edition: number; content: NoticeContent } | null
}

export type Checker = (draft: Draft) => Issue[]

export const BLOCKS = 'content.blocks'

export type BlockOf<T extends ContentBlock['type']> = Extract<ContentBlock, { type: T }>

/** All blocks of a type with their place among the blocks. */
export function blocksOf<T extends ContentBlock['type']>(
  content: NoticeContent,
  type: T,
): { block: BlockOf<T>; index: number }[] {
  return content.blocks.flatMap((block, index) =>
    block.type === type ? [{ block: block as BlockOf<T>, index }] : [],
  )
}
