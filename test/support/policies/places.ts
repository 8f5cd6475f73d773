import { Role } from '@shared/contract/people/auth'
import type { Actor, OrgTarget } from '@server/platform/access/actor'

/** Organisations and people for the tests of policies: two areas, two streets, three villages. */

const org = (code: string, kind: OrgTarget['kind'], ...above: string[]): OrgTarget => ({
  code,
  kind,
  path: [...above, code],
})
export const AREA = org('XQ', 'new-area')
export const OTHER_AREA = org('YQ', 'new-area')
export const STREET = org('ST1', 'street', 'XQ')
export const OTHER_STREET = org('ST2', 'street', 'XQ')
export const VILLAGE = org('V1', 'village', 'XQ', 'ST1')
export const SISTER = org('V2', 'village', 'XQ', 'ST1')
export const FAR_VILLAGE = org('V9', 'village', 'XQ', 'ST2')
export const PLACES = [AREA, OTHER_AREA, STREET, OTHER_STREET, VILLAGE, SISTER, FAR_VILLAGE]

export const ME = 'usr_me'

/** `head@V1 villager@V2`: who holds which role where. */
export const person = (grants = '', more: Partial<Actor> = {}): Actor => ({
  id: ME,
  name: '甲',
  jobTitle: '',
  roles: grants
    .split(' ')
    .filter(Boolean)
    .map(grant => grant.split('@'))
    .map(([role, orgCode]) => ({ role: Role.parse(role), orgCode: orgCode!, orgName: '' })),
  ...more,
})

/** What every policy may look at, where the actor has had no hand in anything. */
export const targetAt = (place: OrgTarget) => ({
  ...place,
  org: place,
  orgs: [place],
  concerned: [place.code],
  state: 'published',
  writers: ['usr_w', 'usr_v'],
  submittedBy: 'usr_w',
  signedBy: 'usr_s',
  userId: 'usr_x',
  elderOf: null,
  handler: place,
  level: 'own',
  via: 'committee',
  actorRole: 'handler',
  responsibleRole: 'village-head',
  openedBy: 'usr_w',
  claimedBy: null,
  notBy: [] as string[],
  removal: 'erasure',
  by: 'usr_w',
  storedBy: 'usr_w',
})
export type TestTarget = ReturnType<typeof targetAt>
