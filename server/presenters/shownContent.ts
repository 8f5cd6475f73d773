import { foldContent } from '@shared/domain/publicity'
import type { NoticeContent } from '@shared/schemas/notice'
import type { PublicationRow } from '../models'

type Posted = Pick<PublicationRow, 'content' | 'publicity'>

/** Is the publicity period over? The clock says so, not the job that closes it. */
export const isOver = ({ publicity }: Pick<Posted, 'publicity'>, now: Date): boolean =>
  now.getTime() >= Date.parse(publicity.endsAt)

/** What the public may see of an edition now: names only while the period runs. */
export const shownContent = (publication: Posted, now: Date): NoticeContent =>
  isOver(publication, now) ? foldContent(publication.content) : publication.content
