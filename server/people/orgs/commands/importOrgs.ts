import type { Authorised } from '@server/platform/access/caller'
import type { Tx } from '@server/platform/store/db'
import { isStreet, isVillage } from '@shared/common/orgKinds'
import type { Issue } from '@shared/contract/common'
import type { OrgRead } from '@server/documents/orgs/readOrgs'
import { requirementsUnmet } from '@server/platform/errors'
import { audit } from '@server/platform/audit/writeAudit'
import { noteChanges } from './noteChanges'
import { nameKeysOf } from '@server/domain/search/nameKeys'
import { Orgs, type OrgRow } from '../models/orgs'

/** Result of importing a table of organisations. */
export interface OrgsImported {
  added: number
  changed: number
  unchanged: number
}

const issue = ({ row }: OrgRead, code: string, message: string): Issue => ({ code, row, message: `第 ${row} 行：${message}` }) // prettier-ignore

/** Returns the codes from the root; null where an ancestor is unknown or the parents form a cycle. */
function pathOf(code: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const path: string[] = []
  for (let at: string | null | undefined = code; at; at = parents.get(at)) {
    if (path.includes(at) || !parents.has(at)) return null
    path.unshift(at)
  }
  return path
}

/** Checks the kind of the parent: a street or town for a village, an area or none for all others. */
function fits(org: OrgRead, parent: Pick<OrgRow, 'kind'> | undefined): boolean {
  if (isVillage(org)) return parent !== undefined && isStreet(parent)
  return parent === undefined || !(isVillage(parent) || isStreet(parent))
}

const hasMoved = (org: OrgRead, { kind, parentCode }: OrgRow): boolean =>
  kind !== org.kind || (parentCode ?? '') !== org.parentCode

function faultOf(
  org: OrgRead,
  all: ReadonlyMap<string, Pick<OrgRow, 'kind'>>,
  before: OrgRow | undefined,
): string | null {
  const parent = all.get(org.parentCode)
  if (org.parentCode && !parent) return `上级代码“${org.parentCode}”不在表里，也不在库里。`
  if (!fits(org, parent)) return '村（社区）的上级要是街道或镇，街道（镇）的上级要是新区、区县或新城。'
  if (before && hasMoved(org, before)) {
    return '库里已有这个机构，类型和上级不能在表里改；划到另一个街道（镇），请用 orgs move，写明批准文号。'
  }
  if (before && before.name !== org.name) {
    return `库里它叫“${before.name}”，名称不能在表里改；更名请用 orgs rename，写明批准文号，写错了加 --typo。`
  }
  return null
}

/**
 * Imports a table of organisations: adds new ones, updates the supervising body of known ones. All or nothing.
 * @throws AppError 422 with every fault
 */
export async function importOrgs(
  tx: Tx,
  by: Authorised<'org.import'>,
  orgs: readonly OrgRead[],
): Promise<OrgsImported> {
  const known = new Map((await tx.of(Orgs).find({}).lean<OrgRow[]>().exec()).map(org => [org._id, org]))
  const all = new Map<string, Pick<OrgRow, 'kind' | 'parentCode'>>([...known, ...orgs.map(org => [org.code, { kind: org.kind, parentCode: org.parentCode || null }] as const)]) // prettier-ignore
  const parents = new Map([...all].map(([code, { parentCode }]) => [code, parentCode]))
  const issues: Issue[] = []
  const result: OrgsImported = { added: 0, changed: 0, unchanged: 0 }
  const added: OrgRow[] = []
  for (const [order, org] of orgs.entries()) {
    const { code, name, kind, parentCode, supervisorName } = org
    const before = known.get(code)
    const fault = faultOf(org, all, before)
    const path = pathOf(code, parents)
    if (fault || !path) {
      issues.push(issue(org, 'org-place', fault ?? '上级绕成了一圈，或有一级不在。'))
    } else if (!before) {
      added.push({ _id: code, name, kind, parentCode: parentCode || null, path, supervisorName, contacts: [], order, nameKeys: nameKeysOf([name]) }) // prettier-ignore
    } else if (before.supervisorName === supervisorName) result.unchanged += 1
    else {
      await tx.of(Orgs).updateOne({ _id: code }, { $set: { supervisorName } })
      await noteChanges(tx, by, code, [
        { field: 'supervisorName', from: before.supervisorName ?? '', to: supervisorName ?? '' },
      ])
      result.changed += 1
    }
  }
  if (issues.length > 0) throw requirementsUnmet(issues)
  if (added.length > 0) await tx.of(Orgs).insertMany(added)
  await audit(tx, by, { orgCode: '', id: 'orgs' }, { ...result, added: added.length })
  return { ...result, added: added.length }
}
