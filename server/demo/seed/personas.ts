import type { RoleGrant } from '@shared/contract/people/auth'
import { SEED_AREA, SEED_AREA_STAFF, SEED_STREETS, type SeedStreet, type SeedVillage } from './orgs'

/** A persona of the demonstration 演示人物: logs in through the fake WeChat with `code`. All names are fictional. */
export interface Persona {
  /** Login code, shown on the login page and accepted by the fake WeChat, e.g. `editor`, `editor-xq-dh-lx-v02`. */
  code: string
  openid: string
  name: string
  /** Job title 职务: 公开信息员, 村委会主任 … */
  jobTitle: string
  orgName: string
  roles: RoleGrant[]
  /** Offered as a test login: the first village, its street and the area’s offices. */
  listed: boolean
}

type Role = RoleGrant['role']

function persona(
  role: Role,
  name: string,
  jobTitle: string,
  org: { code: string; name: string },
  short: string | null,
): Persona {
  const code = short ?? `${role}-${org.code.toLowerCase()}`
  return {
    code,
    openid: `demo-openid-${code}`,
    name,
    jobTitle,
    orgName: org.name,
    roles: [{ role, orgCode: org.code, orgName: org.name }],
    listed: short !== null,
  }
}

function villagePeople(village: SeedVillage, first: boolean): Persona[] {
  const { people } = village
  const committee = village.kind === 'village' ? '村委会' : '居委会'
  const resident = village.kind === 'village' ? '村民' : '居民'
  const short = (code: string) => (first ? code : null)
  return [
    persona('villager', people.villager, resident, village, short('villager')),
    persona('editor', people.editor, '公开信息员', village, short('editor')),
    persona('head', people.head, `${committee}主任`, village, short('head')),
    persona('supervisor', people.supervisor, `${village.supervisorName}主任`, village, short('supervisor')),
  ]
}

function streetPeople(street: SeedStreet, first: boolean): Persona[] {
  const second = `street-clerk-2${first ? '' : `-${street.code.toLowerCase()}`}`
  const [clerk, guide] = street.clerks
  const office = street.kind === 'town' ? '镇长' : '街道办事处主任'
  return [
    persona('street-clerk', clerk!, '政务公开专员', street, first ? 'street-clerk' : null),
    { ...persona('street-clerk', guide!, '村（居）务公开指导', street, second), listed: first },
    persona('head', street.head, office, street, first ? 'street-head' : null),
  ]
}

/** All personas with a login; the fake WeChat returns `openid` for `code`. */
export const PERSONAS: readonly Persona[] = [
  ...SEED_STREETS.flatMap((street, streetIndex) => [
    ...street.villages.flatMap((village, index) => villagePeople(village, streetIndex === 0 && index === 0)),
    ...streetPeople(street, streetIndex === 0),
  ]),
  ...SEED_AREA_STAFF.map(({ role, name, jobTitle }) =>
    persona(role as Role, name, jobTitle, SEED_AREA, role),
  ),
]

/**
 * Returns the persona with this role in this organisation.
 * @throws RangeError when the seed has none
 */
export function personaOf(orgCode: string, role: Role, nth = 0): Persona {
  const found = PERSONAS.filter(one =>
    one.roles.some(grant => grant.role === role && grant.orgCode === orgCode),
  )[nth]
  if (!found) throw new RangeError(`no persona ${role} in ${orgCode}`)
  return found
}
