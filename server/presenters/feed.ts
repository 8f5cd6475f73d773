import type { Feed } from '@shared/schemas/reading'
import type { FeedPage } from '../queries/feed'
import type { OrgNames } from '../queries/orgs'
import { presentSummary } from './noticeSummary'

/** Public: a page of one organisation's feed. */
export const presentFeed = ({ rows, nextCursor }: FeedPage, names: OrgNames): Feed => ({
  items: rows.map(row => presentSummary(row, names)),
  nextCursor,
})
