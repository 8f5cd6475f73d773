import type {
  Account,
  ChangeTerm,
  EditAccount,
  Grant,
  GrantList,
  GrantRole,
  RevokeRole,
} from '../schemas/grant'
import type { Caller } from './call'
import type { PageOptions, WriteOptions } from './index'

const segment = encodeURIComponent

/** Accounts and roles, for the system and the security administrator. */
export const accountMethods = ({ read, write }: Caller) => ({
  account: (id: string) => read<Account>(`/users/${segment(id)}`),
  editAccount: (id: string, body: EditAccount, key: WriteOptions) =>
    write<Account>('PUT', `/users/${segment(id)}`, body, key.idempotencyKey),
  grants: (code: string, query: PageOptions = {}) => read<GrantList>(`/orgs/${segment(code)}/grants`, query),
  grantRole: (code: string, body: GrantRole, key: WriteOptions) =>
    write<Grant>('POST', `/orgs/${segment(code)}/grants`, body, key.idempotencyKey),
  changeTerm: (id: string, body: ChangeTerm, key: WriteOptions) =>
    write<Grant>('POST', `/grants/${segment(id)}/term`, body, key.idempotencyKey),
  revokeRole: (id: string, body: RevokeRole, key: WriteOptions) =>
    write<Grant>('POST', `/grants/${segment(id)}/revoke`, body, key.idempotencyKey),
})
