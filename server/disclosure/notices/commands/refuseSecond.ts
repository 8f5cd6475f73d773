import type { Db } from '@server/platform/store/db'
import { AppError } from '@server/platform/errors'
import { errorText } from '@shared/texts/errors'
import { stateLabel } from '../states'
import { noticesOfMatter, standingNotice } from '../queries/noticeContext'
import type { NoticeRow } from '../models/notices'

type Place = Pick<NoticeRow, 'orgCode' | 'itemKey' | 'period' | 'regards'>

/** Creates the refusal of a second notice of one matter and period; it names the first and links to it. */
function noticeExists(first: Pick<NoticeRow, '_id' | 'title' | 'state'>): AppError {
  const message = `${errorText('notice-exists')}那一条是《${first.title}》，${stateLabel(first.state)}。`
  const issue = { code: 'notice-exists', field: 'content.period', message, link: `work/${first._id}` }
  return new AppError(409, 'notice-exists', [issue], message)
}

/**
 * Refuses a second notice of one matter 同一事项 and period, also where the first was written under the street's item
 * before the village had its own catalogue.
 * @throws AppError 409 `notice-exists`
 */
export async function refuseSecond(db: Db, place: Place, own?: string): Promise<void> {
  const first = await standingNotice(db, place, own)
  if (first) throw noticeExists(first)
}

/**
 * Refuses to publish what is public already, in a notice that was drafted before the items were linked.
 * @throws AppError 409 `notice-exists`
 */
export async function refusePublished(db: Db, notice: NoticeRow): Promise<void> {
  const first = (await noticesOfMatter(db, notice)).find(
    ({ _id, liveEdition }) => _id !== notice._id && liveEdition !== null,
  )
  if (first) throw noticeExists(first)
}
