import type { Db } from '@server/platform/store/db'
import { Notices, type NoticeRow } from '../models/notices'

/** The town's order that stands against a notice now; null when there is none. */
export async function orderOn(db: Db, noticeId: string): Promise<NoticeRow['order']> {
  const row = await db.of(Notices).findById(noticeId, { order: 1 }).lean<Pick<NoticeRow, 'order'>>().exec()
  return row?.order ?? null
}

/** Whose notice it is; null when there is none. */
export async function orgOfNotice(db: Db, noticeId: string): Promise<string | null> {
  const row = await db
    .of(Notices)
    .findById(noticeId, { orgCode: 1 })
    .lean<Pick<NoticeRow, 'orgCode'>>()
    .exec()
  return row?.orgCode ?? null
}
