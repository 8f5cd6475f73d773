import type { NoticeRow, OrgRow, UserRow } from '../models'
import type { NamedGrant } from '../queries/work/grants'
import type { AccountTarget } from './account'
import type { OrgTarget } from './actor'
import type { NoticeTarget } from './notice'

export const orgTarget = ({ _id, kind, path }: OrgRow): OrgTarget => ({ code: _id, kind, path })

export const noticeTarget = ({ writers, submittedBy, signedBy }: NoticeRow, org: OrgRow): NoticeTarget => ({
  org: orgTarget(org),
  writers,
  submittedBy,
  signedBy,
})

/** Terms that are over bind an account to nobody's area. */
export const accountTarget = ({ _id }: UserRow, grants: readonly NamedGrant[], now: Date): AccountTarget => ({
  userId: _id,
  orgs: grants.filter(({ grant }) => grant.to === null || now < grant.to).map(({ org }) => orgTarget(org)),
})
