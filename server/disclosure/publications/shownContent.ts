import { type PublicContent, foldContent, hasNames } from '@shared/presentation/fold'
import { presentationOf } from '@shared/presentation/version'
import type { PublicationRow } from './models/publications'

type Period = Pick<PublicationRow, 'publicity' | 'publicityMoved'>
type Posted = Pick<PublicationRow, 'content' | 'presentation'> & Period

/** Returns the last day of the publicity period and its end, as they are now. */
export const endOf = ({ publicity, publicityMoved }: Period) => publicityMoved ?? publicity

/** Whether the publicity period is over, by the clock and not by the job that closes it. */
export const isOver = (period: Period, now: Date): boolean =>
  now.getTime() >= Date.parse(endOf(period).endsAt)

/** Returns the content that is public now: with names only during the publicity period. */
export const shownContent = (publication: Posted, now: Date): PublicContent =>
  isOver(publication, now)
    ? foldContent(publication.content, presentationOf(publication))
    : publication.content

/** Returns the first instant at which the names shown now must be folded; null when none are shown. */
export function namesUntil(shown: readonly Posted[], now: Date): string | null {
  const ends = shown
    .filter(one => !isOver(one, now) && hasNames(one.content, presentationOf(one)))
    .map(one => endOf(one).endsAt)
  return ends.sort()[0] ?? null
}
