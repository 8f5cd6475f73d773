import { Notices as ownNotices } from './models/notices'
import { Revisions as ownRevisions } from './models/revisions'
import { readable } from '@server/platform/store/collection'

export { createNotice, newNoticeIssues } from './commands/createNotice'
export { checkErasable, eraseEdition, revisionsWith } from './commands/eraseEdition'
export { orderCorrection } from './commands/guideNotice'
export { restoreNotice } from './commands/restoreNotice'
export type { NoticeRow } from './models/notices'
export type { RevisionRow } from './models/revisions'
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
export const Revisions = readable(ownRevisions)
