import { type OrgTarget } from '@server/platform/access/actor'
import type { OrgRow } from './models/orgs'

export const orgTarget = ({ _id, kind, path }: OrgRow): OrgTarget => ({ code: _id, kind, path })

/** The organisation whose people tend what this one published: its successor after a merger, else itself. */
export const actingTarget = (org: OrgRow): OrgTarget => {
  const { mergedInto } = org
  return mergedInto ? { code: mergedInto.code, kind: org.kind, path: mergedInto.path } : orgTarget(org)
}

/** Codes under whose lists the records of an organisation are found: its successor's too after a merger. */
export const listedUnder = ({ _id, path, mergedInto }: OrgRow): string[] =>
  mergedInto ? [...mergedInto.path, _id] : path
