import { AppError } from '../../../server/platform/errors'
import { homeOf } from '../../../server/platform/access/actor'
import type { Actor } from '@server/platform/access/actor'
import { verdictsOf } from '@server/platform/access/policies'
import { authorize } from '@server/policies'

const AREA = { code: 'XQ', kind: 'new-area', path: ['XQ'] } as const
const VILLAGE = { code: 'V1', kind: 'village', path: ['XQ', 'ST1', 'V1'] } as const
const role = (name: Actor['roles'][number]['role'], orgCode: string) => ({ role: name, orgCode, orgName: '' })
const person = (more: Partial<Actor> = {}): Actor => ({
  id: 'usr_a',
  name: '甲',
  jobTitle: '',
  roles: [],
  ...more,
})

const caller = (actor: Actor) => ({ actor, requestId: 'test' })

const codeOf = (work: () => void): string | null => {
  try {
    work()
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).status).toBe(403)
    return (error as AppError).code
  }
}

test('lets pass who may, and refuses with the reason’s own code', () => {
  const admin = person({ roles: [role('security-admin', 'XQ')] })
  expect(codeOf(() => authorize(caller(admin), 'grant.give', { userId: 'usr_b', org: VILLAGE }))).toBeNull()
  expect(codeOf(() => authorize(caller(admin), 'grant.give', { userId: 'usr_a', org: VILLAGE }))).toBe(
    'own-account',
  )
  expect(codeOf(() => authorize(caller(person()), 'grant.give', { userId: 'usr_b', org: VILLAGE }))).toBe(
    'forbidden',
  )
})

test('says that the second factor is missing only to whom it would let in', () => {
  const withheld = [role('security-admin', 'XQ')]
  const target = { userId: 'usr_b', org: VILLAGE }
  expect(codeOf(() => authorize(caller(person({ withheld })), 'grant.give', target))).toBe(
    'second-factor-required',
  )
  expect(codeOf(() => authorize(caller(person({ withheld: [] })), 'grant.give', target))).toBe('forbidden')
  const elsewhere = [role('security-admin', 'ST2')]
  expect(codeOf(() => authorize(caller(person({ withheld: elsewhere })), 'grant.give', target))).toBe(
    'forbidden',
  )
  // Roles that count already count on.
  const both = person({ roles: [role('security-admin', 'XQ')], withheld: [role('editor', 'V1')] })
  expect(codeOf(() => authorize(caller(both), 'grant.give', target))).toBeNull()
})

test('keeps what it judged of a person, in order, with the organisation of whatever target', () => {
  const admin = person({ roles: [role('security-admin', 'XQ'), role('system-admin', 'XQ')] })
  expect(verdictsOf(admin)).toEqual([])
  authorize(caller(admin), 'grant.list', VILLAGE)
  authorize(caller(admin), 'grant.give', { userId: 'usr_b', org: VILLAGE })
  authorize(caller(admin), 'account.read', { userId: 'usr_b', orgs: [AREA, VILLAGE] })
  authorize(caller(admin), 'account.read', { userId: 'usr_b', orgs: [] })
  codeOf(() => authorize(caller(admin), 'grant.give', { userId: 'usr_a', org: VILLAGE }))
  expect(verdictsOf(admin)).toEqual([
    { action: 'grant.list', orgCode: 'V1', refusal: null },
    { action: 'grant.give', orgCode: 'V1', refusal: null },
    { action: 'account.read', orgCode: 'XQ', refusal: null },
    { action: 'account.read', orgCode: '', refusal: null },
    { action: 'grant.give', orgCode: 'V1', refusal: 'own-account' },
  ])
  expect(verdictsOf(person())).toEqual([])
})

test('an account is kept by the administrator of all of its places; of the own one nobody is', () => {
  const of = (...roles: Actor['roles']) => person({ roles })
  const account = { userId: 'usr_b', orgs: [VILLAGE] }
  const wide = { userId: 'usr_b', orgs: [VILLAGE, AREA] }
  const system = of(role('system-admin', 'ST1'))
  const security = of(role('security-admin', 'ST1'))
  expect(codeOf(() => authorize(caller(system), 'account.edit', account))).toBeNull()
  expect(codeOf(() => authorize(caller(system), 'account.edit', wide))).toBe('forbidden')
  expect(codeOf(() => authorize(caller(security), 'account.edit', account))).toBe('forbidden')
  expect(codeOf(() => authorize(caller(security), 'account.read', account))).toBeNull()
  expect(codeOf(() => authorize(caller(system), 'account.read', account))).toBeNull()
  expect(codeOf(() => authorize(caller(of(role('editor', 'V1'))), 'account.read', { userId: 'usr_b', orgs: [] }))).toBe('forbidden') // prettier-ignore
  expect(codeOf(() => authorize(caller(system), 'account.edit', { userId: 'usr_a', orgs: [] }))).toBe(
    'own-account',
  )
})

test('home is the first place of work, also before the second factor is given; a villager works nowhere', () => {
  expect(homeOf(person())).toBe('')
  expect(homeOf(person({ roles: [role('villager', 'V1')] }))).toBe('')
  expect(homeOf(person({ roles: [role('villager', 'V1'), role('editor', 'V2')] }))).toBe('V2')
  expect(homeOf(person({ withheld: [role('head', 'V3')] }))).toBe('V3')
})
