export { type RoleGrantRow, RoleGrants } from './models/roleGrants'
export { type UserRow, Users } from './models/users'
export { openidOf } from './queries/actor'
export { grantsOf } from './queries/grants'
