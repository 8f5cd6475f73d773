import { ADMINISTRATORS, ROLES, ROLE_RULES, roleLabel } from '@shared/facts/people/roles'
import { Role } from '@shared/contract/people/auth'

test('every role has its Chinese name and a place to be held, and no two share a name', () => {
  expect(ROLES.map(({ role }) => role).sort()).toEqual([...Role.options].sort())
  for (const role of Role.options) expect(roleLabel(role)).toMatch(/^[一-龥（）]+$/u)
  expect(new Set(ROLES.map(({ label }) => label)).size).toBe(ROLES.length)
  for (const { orgKinds } of ROLES) expect(orgKinds.length).toBeGreaterThan(0)
})

test('every rule names its source and only roles that are there', () => {
  for (const { one, other, source } of ROLE_RULES.exclusions) {
    expect(source).toMatch(/组织法|GB\/T 22239/)
    for (const role of [...one, ...other]) expect(Role.options).toContain(role)
  }
})

test('the three administrators are on the side of administration, and nobody else is', () => {
  const administration = ROLES.filter(({ side }) => side === 'administration').map(({ role }) => role)
  expect(administration).toEqual(ADMINISTRATORS)
})
