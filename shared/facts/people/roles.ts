import type { OrgKind } from '../../common/orgKinds'

/** Codes of the roles 角色. */
export const ROLE_CODES = [
  'villager',
  'editor',
  'head',
  'supervisor',
  'street-clerk',
  'district-office',
  'lawyer',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const
export type Role = (typeof ROLE_CODES)[number]

/** A role's name and the kinds of organisation in which it can be held. */
export interface RoleFact {
  role: Role
  /** Displayed name; the supervising body has a name of its own per organisation. */
  label: string
  /**
   * `content`: takes part in publishing. `administration`: one of the three administrators 三员. `resident`:
   * neither.
   */
  side: 'resident' | 'content' | 'administration'
  orgKinds: readonly OrgKind[]
}

/** Two groups of roles that one person must not hold at the same time. */
export interface Exclusion {
  code: 'role-conflict' | 'admins-apart' | 'admin-without-content'
  one: readonly Role[]
  other: readonly Role[]
  /** `organisation`: within the same organisation. `anywhere`: across all organisations. */
  where: 'organisation' | 'anywhere'
  /** Law or rule. */
  source: string
}

const SELF_GOVERNING: readonly OrgKind[] = ['village', 'community']
const STREETS: readonly OrgKind[] = ['street', 'town']
const DISTRICTS: readonly OrgKind[] = ['new-area', 'new-city']
const GOVERNMENT: readonly OrgKind[] = [...STREETS, ...DISTRICTS]

export const ROLES: readonly RoleFact[] = [
  { role: 'villager', label: '村（居）民', side: 'resident', orgKinds: SELF_GOVERNING },
  { role: 'editor', label: '公开信息员', side: 'content', orgKinds: SELF_GOVERNING },
  { role: 'head', label: '负责人', side: 'content', orgKinds: [...SELF_GOVERNING, ...STREETS] },
  { role: 'supervisor', label: '监督机构成员', side: 'content', orgKinds: SELF_GOVERNING },
  { role: 'street-clerk', label: '街道（镇）经办', side: 'content', orgKinds: STREETS },
  { role: 'district-office', label: '区县主管部门', side: 'content', orgKinds: DISTRICTS },
  { role: 'lawyer', label: '法律顾问', side: 'content', orgKinds: [...SELF_GOVERNING, ...STREETS] },
  { role: 'system-admin', label: '系统管理员', side: 'administration', orgKinds: GOVERNMENT },
  { role: 'security-admin', label: '安全管理员', side: 'administration', orgKinds: GOVERNMENT },
  { role: 'audit-admin', label: '审计管理员', side: 'administration', orgKinds: GOVERNMENT },
]

/** Positions in the committee 村（居）委会任职. */
const COMMITTEE: readonly Role[] = ['editor', 'head']
export const ADMINISTRATORS: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin']

const CONTENT: readonly Role[] = ROLES.filter(({ side }) => side === 'content').map(({ role }) => role)

/** Version 2026.1 sets no length of term; the term is part of each grant. */
export const ROLE_RULES = {
  version: '2026.1',
  checkedOn: '2026-11-24',
  exclusions: [
    {
      code: 'role-conflict',
      one: ['supervisor'],
      other: COMMITTEE,
      where: 'organisation',
      source:
        '《中华人民共和国村民委员会组织法》（2018 修正）第三十二条：村民委员会成员及其近亲属不得担任村务监督机构成员',
    },
    {
      code: 'admins-apart',
      one: ADMINISTRATORS,
      other: ADMINISTRATORS,
      where: 'anywhere',
      source:
        'GB/T 22239-2019 8.1.5 系统管理、审计管理、安全管理分设；8.1.7.2 应配备专职安全管理员，不可兼任',
    },
    {
      code: 'admin-without-content',
      one: ADMINISTRATORS,
      other: CONTENT,
      where: 'anywhere',
      source: 'GB/T 22239-2019 8.1.4.2：应授予管理用户所需的最小权限，实现管理用户的权限分离',
    },
  ],
} as const satisfies { version: string; checkedOn: string; exclusions: readonly Exclusion[] }

export const roleLabel = (role: Role): string => ROLES.find(fact => fact.role === role)?.label ?? role

export const roleFact = (role: Role): RoleFact => {
  const fact = ROLES.find(one => one.role === role)
  if (!fact) throw new RangeError(`no such role: ${role}`)
  return fact
}
