import type { Models, NoticeRow } from '@server/platform/store/collections'

/** The town's order that stands against a notice now; null when there is none. */
export async function orderOn(models: Models, noticeId: string): Promise<NoticeRow['order']> {
  const row = await models.notices.findById(noticeId, { order: 1 }).lean<Pick<NoticeRow, 'order'>>().exec()
  return row?.order ?? null
}

/** Whose notice it is; null when there is none. */
export async function orgOfNotice(models: Models, noticeId: string): Promise<string | null> {
  const row = await models.notices
    .findById(noticeId, { orgCode: 1 })
    .lean<Pick<NoticeRow, 'orgCode'>>()
    .exec()
  return row?.orgCode ?? null
}
