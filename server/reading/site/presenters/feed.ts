import type { KeyFigure } from '@shared/contract/reading/answer'
import type { Feed } from '@shared/contract/reading/site'
import type { FeedPage } from '../queries/feed'
import type { OrgNames } from '@server/people/orgs'
import { presentSummary } from '@server/disclosure/publications'

interface Shown {
  names: OrgNames
  /** By id of the publication. */
  figures: ReadonlyMap<string, KeyFigure | null>
}

/** Public: a page of one organisation's feed. */
export const presentFeed = (
  { rows, nextCursor, removed }: FeedPage & Pick<Feed, 'removed'>,
  { names, figures }: Shown,
): Feed => ({
  items: rows.map(row => ({ ...presentSummary(row, names), figure: figures.get(row._id) ?? null })),
  nextCursor,
  removed,
})
