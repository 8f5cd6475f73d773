import { findCategory } from '@server/domain/category'
import { chinaDate } from '@shared/common/period'
import type { NoticeContext } from '../queries/noticeContext'
import type { Draft } from './types'

/** Returns the checkers' input for a notice in work. */
export const draftOf = (
  work: Pick<NoticeContext, 'content' | 'previous'> & {
    item: Pick<NoticeContext['item'], 'category' | 'path' | 'elements' | 'deadline'>
  },
  now: Date,
): Draft => ({
  content: work.content,
  item: { path: work.item.path, elements: work.item.elements, deadline: work.item.deadline },
  category: work.item.category ? findCategory(work.item.category) : null,
  today: chinaDate(now),
  previous: work.previous,
})
