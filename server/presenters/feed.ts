import type { Feed } from '@shared/schemas/reading'
import type { OrgRow } from '../models'
import type { FeedPage } from '../queries/feed'
import { presentSummary } from './noticeSummary'

/** Public: a page of one organisation's feed. */
export const presentFeed = ({ rows, nextCursor }: FeedPage, org: OrgRow): Feed => ({
  items: rows.map(row => presentSummary(row, org.name)),
  nextCursor,
})
