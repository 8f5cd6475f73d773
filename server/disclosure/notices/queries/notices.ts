import type { Db } from '@server/platform/store/db'
import { Notices, type NoticeRow } from '../models/notices'

/** Returns the town's order that is in force for a notice; null when there is none. */
export async function orderOn(db: Db, noticeId: string): Promise<NoticeRow['order']> {
  const row = await db.of(Notices).findById(noticeId, { order: 1 }).lean<Pick<NoticeRow, 'order'>>().exec()
  return row?.order ?? null
}

/** Returns the code of the organisation that owns a notice; null when there is no such notice. */
export async function orgOfNotice(db: Db, noticeId: string): Promise<string | null> {
  const row = await db
    .of(Notices)
    .findById(noticeId, { orgCode: 1 })
    .lean<Pick<NoticeRow, 'orgCode'>>()
    .exec()
  return row?.orgCode ?? null
}
