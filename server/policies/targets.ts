import type { NoticeRow, OrgRow } from '../models'
import type { OrgTarget } from './actor'
import type { NoticeTarget } from './notice'

export const orgTarget = ({ _id, kind, path }: OrgRow): OrgTarget => ({ code: _id, kind, path })

export const noticeTarget = ({ writers, submittedBy, signedBy }: NoticeRow, org: OrgRow): NoticeTarget => ({
  org: orgTarget(org),
  writers,
  submittedBy,
  signedBy,
})
