import { periodLabel } from '@shared/domain/period'
import type { NoticeSummary } from '@shared/schemas/reading'
import type { PublicationRow } from '../models'

/** Fields of a publication that a list shows. */
type Shown = Pick<
  PublicationRow,
  'noticeId' | 'orgCode' | 'category' | 'itemId' | 'title' | 'sentence' | 'period' | 'edition' | 'publishedAt'
>

/** Public: a published notice in a list. The sentence carries sums, never a person's name or amount. */
export const presentSummary = (row: Shown, orgName: string): NoticeSummary => ({
  id: row.noticeId,
  orgCode: row.orgCode,
  orgName,
  category: row.category,
  itemId: row.itemId,
  title: row.title,
  sentence: row.sentence,
  period: row.period,
  periodLabel: periodLabel(row.period),
  edition: row.edition,
  publishedAt: row.publishedAt.toISOString(),
})
