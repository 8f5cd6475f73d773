import type { Me } from '@shared/contract/people/auth'

/** Lists the organisations in which a person has a role, each once. */
export const orgsOf = (me: Me): { value: string; label: string }[] =>
  [...new Map(me.roles.map(role => [role.orgCode, role.orgName]))].map(([value, label]) => ({ value, label }))
