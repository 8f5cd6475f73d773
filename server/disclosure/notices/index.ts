import { Notices as ownNotices } from './models/notices'
import { readable } from '@server/platform/store/collection'

export { createNotice, newNoticeIssues } from './commands/createNotice'
export { orderCorrection } from './commands/guideNotice'
export type { NoticeRow } from './models/notices'
export { authorize, can, mayTend, noticeTarget, standingOf } from './policy'
export {
  type NoticeContext,
  requireNotice,
  requireNoticeContext,
  standingNotice,
} from './queries/noticeContext'
export { noticesOfCode, orderOn, orgOfNotice } from './queries/notices'
export { inWork, stateLabel, transition } from './states'

export const Notices = readable(ownNotices)
