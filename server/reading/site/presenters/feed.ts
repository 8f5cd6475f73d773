import type { Feed } from '@shared/contract/reading/site'
import type { FeedPage } from '../queries/feed'
import type { OrgNames } from '@server/people/orgs'
import { presentSummary } from '@server/disclosure/publications'

/** Public: a page of one organisation's feed. */
export const presentFeed = (
  { rows, nextCursor, removed }: FeedPage & Pick<Feed, 'removed'>,
  names: OrgNames,
): Feed => ({
  items: rows.map(row => presentSummary(row, names)),
  nextCursor,
  removed,
})
