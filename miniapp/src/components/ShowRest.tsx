import type { Pages } from '../hooks/usePages'
import { KeptNotices, type KeptWanted } from './KeptNotices'
import { MoreButton } from './MoreButton'

interface Props {
  feed: Pages<{ id: string }>
  /** What of the kept notices belongs to the list. */
  kept: KeptWanted
}

/** What a list of notices has below its first page: the older ones; without a network, what the phone has kept. */
export function Rest({ feed, kept }: Props) {
  if (!feed.first.error?.offline) return <MoreButton pages={feed} />
  return <KeptNotices {...kept} except={feed.items.map(({ id }) => id)} />
}
