import type { OrgRow } from '@server/platform/store/collections'
import { type OrgTarget } from '@server/platform/access/actor'

export const orgTarget = ({ _id, kind, path }: OrgRow): OrgTarget => ({ code: _id, kind, path })
