import type { Db } from '@server/platform/store/db'
import { AppError } from '@server/platform/errors'
import { errorText } from '@shared/texts/errors'
import { stateLabel } from '../states'
import { noticesOfMatter, standingOf } from '../queries/noticeContext'
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
 * before the village had its own catalogue. Returns the discarded notice of the item itself, which still has the place;
 * null when there is none.
 * @throws AppError 409 `notice-exists`
 */
export async function refuseSecond(db: Db, place: Place, own?: string): Promise<NoticeRow | null> {
  const all = await noticesOfMatter(db, place)
  const first = standingOf(all, place, own)
  if (first) throw noticeExists(first)
  return all.find(({ itemKey, state }) => itemKey === place.itemKey && state === 'discarded') ?? null
}

/**
 * Refuses to move a draft to a period with a discarded notice: that one has its place and history, and a new draft goes
 * on with it.
 * @throws AppError 409 `notice-exists` or `notice-discarded`
 */
export async function refuseMove(db: Db, place: Place, own: string): Promise<void> {
  const discarded = await refuseSecond(db, place, own)
  if (!discarded) return
  const message = errorText('notice-discarded')
  const issue = { code: 'notice-discarded', field: 'content.period', message, link: `work/${discarded._id}` }
  throw new AppError(409, 'notice-discarded', [issue], message)
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
