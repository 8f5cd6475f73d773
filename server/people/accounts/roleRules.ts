import { ROLE_RULES, roleFact, roleLabel } from '@shared/facts/people/roles'
import type { Role } from '@shared/contract/people/auth'
import type { OrgKind } from '@shared/contract/people/org'

/** Role in one organisation for a term, inclusive of its first instant, exclusive of `to`. */
export interface HeldRole {
  role: Role
  orgCode: string
  orgName: string
  from: Date
  to: Date | null
}

type ClashCode = 'grant-exists' | (typeof ROLE_RULES.exclusions)[number]['code']

/** Conflict of a wanted role with a role held already. */
export interface Clash {
  code: ClashCode
  held: HeldRole
}

const overlap = (a: HeldRole, b: HeldRole): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)

/** Checks a pair against the two sides of an exclusion, in either order. */
function excludes(one: readonly Role[], other: readonly Role[], a: Role, b: Role): boolean {
  return a !== b && ((one.includes(a) && other.includes(b)) || (one.includes(b) && other.includes(a)))
}

function clashBetween(held: HeldRole, wanted: HeldRole): ClashCode | null {
  if (!overlap(held, wanted)) return null
  const together = held.orgCode === wanted.orgCode
  if (together && held.role === wanted.role) return 'grant-exists'
  const rule = ROLE_RULES.exclusions.find(
    ({ one, other, where }) =>
      (together || where === 'anywhere') && excludes(one, other, held.role, wanted.role),
  )
  return rule?.code ?? null
}

/** Finds the held role that conflicts with the wanted one; null = none. Only roles with overlapping terms conflict. */
export function roleClash(held: readonly HeldRole[], wanted: HeldRole): Clash | null {
  for (const role of held) {
    const code = clashBetween(role, wanted)
    if (code) return { code, held: role }
  }
  return null
}

/** Checks that the role is that of somebody who works here. */
export const isStaffRole = (role: Role): boolean => roleFact(role).side !== 'resident'

/** Checks that the law keeps the role apart from the head 负责人 of the same organisation: who supervises is not confirmed by whom it supervises. */
export const isApartFromHead = (role: Role): boolean =>
  ROLE_RULES.exclusions.some(
    ({ one, other, where }) => where === 'organisation' && excludes(one, other, role, 'head'),
  )

/** Checks whether the role exists in organisations of this kind. */
export const fitsOrg = (role: Role, kind: OrgKind): boolean => roleFact(role).orgKinds.includes(kind)

const WHY: Record<ClashCode, string> = {
  'grant-exists': '同一时间不能再授一次',
  'role-conflict': '村（居）委会的人不能同时当本村（居）的监督机构成员',
  'admins-apart': '系统、安全、审计三个管理员不能由一人兼任',
  'admin-without-content': '管理员不能同时参与公示的办理',
}

/** Formats the conflict as a sentence for the administrator. */
export const clashText = ({ code, held }: Clash): string =>
  `此人这段时间已是${held.orgName}的${roleLabel(held.role)}，${WHY[code]}。`
