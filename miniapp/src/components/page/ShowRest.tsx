import type { Pages } from '../../hooks/usePages'
import { KeptNotices, type KeptWanted } from '../KeptNotices'
import { MoreButton } from './MoreButton'

interface Props {
  feed: Pages<{ id: string }>
  /** Filter for the stored notices of the list. */
  kept: KeptWanted
}

/** Shows the rest of a notice list: older pages, or the notices stored on the phone if offline. */
export function Rest({ feed, kept }: Props) {
  if (!feed.first.error?.offline) return <MoreButton pages={feed} />
  return <KeptNotices {...kept} except={feed.items.map(({ id }) => id)} />
}
