import fc from 'fast-check'
import { Role } from '@shared/contract/people/auth'
import { NoticeState } from '@shared/contract/disclosure/notice'
import { OrgKind } from '@shared/contract/people/org'
import { workAreas } from '@server/people/accounts/workAreas'
import type { Actor } from '@server/platform/access/actor'
import type { NoticeTarget } from '@server/disclosure/notices/policy'
import { POLICIES, can, refusalOf, type Action } from '@server/policies'

const CODES = ['XQ', 'ST1', 'V1', 'V2'] as const

const actorFrom = fc.record({
  id: fc.constantFrom('usr_a', 'usr_b', 'usr_c'),
  name: fc.constant('甲'),
  jobTitle: fc.constant(''),
  roles: fc.array(
    fc.record({
      role: fc.constantFrom(...Role.options),
      orgCode: fc.constantFrom(...CODES),
      orgName: fc.constant(''),
    }),
    { maxLength: 4 },
  ),
})
const targetFrom: fc.Arbitrary<NoticeTarget> = fc.record({
  org: fc.record({
    code: fc.constantFrom('ST1', 'V1', 'V2'),
    kind: fc.constantFrom(...OrgKind.options),
    path: fc.constant(['XQ', 'ST1', 'V1']),
  }),
  state: fc.constantFrom(...NoticeState.options),
  writers: fc.subarray(['usr_a', 'usr_b', 'usr_c'], { minLength: 1 }),
  submittedBy: fc.option(fc.constantFrom('usr_a', 'usr_b', 'usr_c')),
  signedBy: fc.option(fc.constantFrom('usr_a', 'usr_b', 'usr_c')),
})

const nobody: Actor = { id: 'usr_x', name: '', jobTitle: '', roles: [] }
const village: NoticeTarget = {
  org: { code: 'V1', kind: 'village', path: ['XQ', 'ST1', 'V1'] },
  state: 'signed',
  writers: ['usr_w'],
  submittedBy: 'usr_w',
  signedBy: null,
}

test('an unknown action throws', () => {
  expect(() => can(nobody, 'notice.delete' as Action, village as never)).toThrow(RangeError)
  expect(() => can(nobody, 'toString' as Action, village as never)).toThrow(RangeError)
})

/** What the policies of objections and removals look at besides. */
const asked = {
  concerned: ['V1'],
  elderOf: null,
  handler: village.org,
  level: 'own',
  via: 'supervisors',
  userId: 'usr_o',
  removal: 'erasure',
  by: 'usr_o',
}

/** What anybody may ask for; whether it counts others decide. */
const ASKING: readonly Action[] = ['residencyClaim.file']

test('without a role nothing is allowed', () => {
  for (const action of Object.keys(POLICIES) as Action[]) {
    if (ASKING.includes(action)) continue
    const target =
      action.startsWith('notice.') && action !== 'notice.create'
        ? village
        : { ...village, ...village.org, ...asked }
    expect([action, can(nobody, action, target as never)]).toEqual([action, false])
  }
})

test('nobody ever signs what they wrote or handed in, nor publishes what they signed', () => {
  fc.assert(
    fc.property(actorFrom, targetFrom, (actor, target) => {
      const mine = target.writers.includes(actor.id) || target.submittedBy === actor.id
      if (mine) expect(can(actor, 'notice.sign-off', target)).toBe(false)
      if (target.signedBy === actor.id) expect(can(actor, 'notice.publish', target)).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})

test('without a role in that very organisation nobody writes, signs or publishes there', () => {
  const actions = ['notice.edit', 'notice.submit', 'notice.sign-off', 'notice.publish'] as const
  fc.assert(
    fc.property(actorFrom, targetFrom, fc.constantFrom(...actions), (actor, target, action) => {
      const elsewhere = { ...actor, roles: actor.roles.filter(grant => grant.orgCode !== target.org.code) }
      expect(refusalOf(elsewhere, action, target)).toBe('forbidden')
    }),
    { numRuns: 2_000 },
  )
})

test('a committee member never signs for the supervisors of the same village', () => {
  const roles = (...names: string[]) =>
    names.map(role => ({ role: Role.parse(role), orgCode: 'V1', orgName: '' }))
  const both = { ...nobody, roles: roles('supervisor', 'head') }
  expect(refusalOf(both, 'notice.sign-off', village)).toBe('committee-member')
  expect(refusalOf({ ...nobody, roles: roles('supervisor') }, 'notice.sign-off', village)).toBeNull()
})

test('work areas follow roles', () => {
  const as = (role: string): Actor => ({
    ...nobody,
    roles: [{ role: Role.parse(role), orgCode: 'V1', orgName: '' }],
  })
  expect(Object.fromEntries(Role.options.map(role => [role, workAreas(as(role))]))).toEqual({
    villager: [],
    editor: ['workbench', 'notice-create'],
    head: ['workbench', 'notice-create'],
    supervisor: ['workbench'],
    'street-clerk': ['workbench', 'notice-create', 'catalogue-import'],
    'district-office': ['workbench', 'holidays'],
    lawyer: [],
    'system-admin': ['accounts', 'operation', 'holidays', 'grants'],
    'security-admin': ['holidays', 'grants'],
    'audit-admin': ['audit'],
  })
})
