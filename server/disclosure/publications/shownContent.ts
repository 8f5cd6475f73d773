import { foldContent, hasNames } from '@shared/presentation/fold'
import type { NoticeContent } from '@shared/contract/disclosure/notice'
import type { PublicationRow } from './models/publications'

type Posted = Pick<PublicationRow, 'content' | 'publicity'>

/** Is the publicity period over? The clock says so, not the job that closes it. */
export const isOver = ({ publicity }: Pick<Posted, 'publicity'>, now: Date): boolean =>
  now.getTime() >= Date.parse(publicity.endsAt)

/** What the public may see of an edition now: names only while the period runs. */
export const shownContent = (publication: Posted, now: Date): NoticeContent =>
  isOver(publication, now) ? foldContent(publication.content) : publication.content

/** The first moment at which names that are shown of these editions now have to fold; null when none are shown. */
export function namesUntil(shown: readonly Posted[], now: Date): string | null {
  const ends = shown
    .filter(one => !isOver(one, now) && hasNames(one.content))
    .map(one => one.publicity.endsAt)
  return ends.sort()[0] ?? null
}
