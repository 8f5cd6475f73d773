import { periodLabel } from '@shared/common/period'
import type { NoticeSummary } from '@shared/contract/reading/site'
import type { PublicationRow } from '../models/publications'
import type { OrgNames } from '@server/people/orgs'

/** Fields of a publication that a list shows. */
type Shown = Pick<
  PublicationRow,
  | 'noticeId'
  | 'orgCode'
  | 'category'
  | 'itemId'
  | 'title'
  | 'sentence'
  | 'period'
  | 'regards'
  | 'edition'
  | 'publishedAt'
>

/** Title shown for a withdrawn edition, whose own title is blank. */
const WITHDRAWN_TITLE = '已撤回的公示'

/** Public: a published notice in a list. The sentence contains sums, never a person's name or amount. */
export const presentSummary = (row: Shown, names: OrgNames): NoticeSummary => ({
  id: row.noticeId,
  orgCode: row.orgCode,
  orgName: names.get(row.orgCode) ?? row.orgCode,
  category: row.category,
  itemId: row.itemId,
  title: row.title || WITHDRAWN_TITLE,
  sentence: row.sentence,
  period: row.period,
  periodLabel: periodLabel(row.period),
  edition: row.edition,
  publishedAt: row.publishedAt.toISOString(),
  regardsName: row.regards && (names.get(row.regards) ?? row.regards),
})
