import { type OrgTarget } from '@server/platform/access/actor'
import type { OrgRow } from './models/orgs'

export const orgTarget = ({ _id, kind, path }: OrgRow): OrgTarget => ({ code: _id, kind, path })
