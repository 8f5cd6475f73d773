import { RoleGrants as ownRoleGrants } from './models/roleGrants'
import { Users as ownUsers } from './models/users'
import { readable } from '@server/platform/store/collection'

export type { RoleGrantRow } from './models/roleGrants'
export type { UserRow } from './models/users'
export { grantVillagerRole, revokeVillagerRole } from './commands/villagerRole'
export { notingRefusal, type Sender, startLogin } from './commands/startLogin'
export { isPhoneLogin } from './queries/logins'
export { openidOf } from './queries/actor'
export { grantsOf } from './queries/grants'

export { createVault } from './secondFactor/vault'

export const RoleGrants = readable(ownRoleGrants)
export const Users = readable(ownUsers)
