import { ROUTES } from '../../../server/compose'
import { OWN_ROUTES, STAFF_ROWS } from '../../authz/rows'
import type { Person } from '../api/world'
import type { Build } from './pageCalls'

/** People of the permission matrix → the persona of the demonstration with the same role. */
export const ROLES = {
  villager: 'villager',
  editor: 'editor',
  head: 'head',
  supervisor: 'supervisor',
  clerk: 'street-clerk',
  'street-head': 'street-head',
  district: 'district-office',
  'system-admin': 'system-admin',
  'security-admin': 'security-admin',
  'audit-admin': 'audit-admin',
} as const satisfies Partial<Record<Person, string>>
export type RoleName = keyof typeof ROLES
export const ROLE_NAMES = Object.keys(ROLES) as RoleName[]

/** Roles with a workbench: the others have nothing that waits there. */
const OFFICES: readonly RoleName[] = ['editor', 'head', 'supervisor', 'clerk', 'street-head', 'district']

/** Right → why no press leads to it. */
const EXCUSED: Readonly<Record<string, string>> = {
  'GET /users/:id': 'administrators find a person by the code on the phone',
  'POST /me/unified/finish': 'the identity provider sends the browser to its page',
}

/** A login on a computer is confirmed with the phone in the hand; the page says so in a browser. */
const BY_PHONE_ALONE = / \/me\/tickets\//

/** True if no press of this app has to lead to the right. */
export const isExcused = (right: string, build: Build): boolean =>
  right in EXCUSED || (build === 'h5' && BY_PHONE_ALONE.test(right))

/** What the people of a role may ask for: by the matrix, which test/authz holds to the policies; and what everybody may of their own. */
export function rightsOf(role: RoleName): string[] {
  const granted = STAFF_ROWS.filter(({ allowed }) => (allowed as readonly Person[]).includes(role))
  const open = new Set(
    ROUTES.filter(({ access }) => access === 'public').map(
      ({ method, path }) => `${method.toUpperCase()} ${path}`,
    ),
  )
  const own = OWN_ROUTES.filter(
    route =>
      (role !== 'villager' || !route.includes('/second-factor/')) &&
      (OFFICES.includes(role) || route !== 'GET /me/todos'),
  )
  const all = [...granted.map(({ route }) => route), ...own]
  return [...new Set(all)].filter(route => !open.has(route)).sort()
}
