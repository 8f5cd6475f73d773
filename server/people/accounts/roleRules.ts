import { ROLE_RULES, roleFact, roleLabel } from '@shared/facts/people/roles'
import type { Role } from '@shared/contract/people/auth'
import type { OrgKind } from '@shared/contract/people/org'

/** A role in one organisation for a time: from its first instant up to, not including, `to`. */
export interface HeldRole {
  role: Role
  orgCode: string
  orgName: string
  from: Date
  to: Date | null
}

type ClashCode = 'grant-exists' | (typeof ROLE_RULES.exclusions)[number]['code']

/** Two roles that may not stand together, and the one that was there first. */
export interface Clash {
  code: ClashCode
  held: HeldRole
}

const overlap = (a: HeldRole, b: HeldRole): boolean =>
  (a.to === null || b.from < a.to) && (b.to === null || a.from < b.to)

/** Sides of an exclusion, for a pair in either order. */
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

/** What of a person's roles forbids one more; null = nothing. Only roles of the same days forbid each other. */
export function roleClash(held: readonly HeldRole[], wanted: HeldRole): Clash | null {
  for (const role of held) {
    const code = clashBetween(role, wanted)
    if (code) return { code, held: role }
  }
  return null
}

/** Can the role be held in an organisation of this kind? */
export const fitsOrg = (role: Role, kind: OrgKind): boolean => roleFact(role).orgKinds.includes(kind)

const WHY: Record<ClashCode, string> = {
  'grant-exists': '同一时间不能再授一次',
  'role-conflict': '村（居）委会的人不能同时当本村（居）的监督机构成员',
  'admins-apart': '系统、安全、审计三个管理员不能由一人兼任',
  'admin-without-content': '管理员不能同时参与公示的办理',
}

/** The clash as a sentence for the administrator. */
export const clashText = ({ code, held }: Clash): string =>
  `此人这段时间已是${held.orgName}的${roleLabel(held.role)}，${WHY[code]}。`
