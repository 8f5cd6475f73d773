import type {
  Account,
  ChangeTerm,
  EditAccount,
  Grant,
  GrantList,
  GrantRole,
  RevokeRole,
} from '../contract/people/grant'
import type { AuditFilter, AuditList } from '../contract/people/audit'
import type { FactorSecret, Me } from '../contract/people/auth'
import type { Caller, PageOptions, WriteOptions } from './call'

const segment = encodeURIComponent

/** The own second factor; accounts, roles and the audit log, for the three administrators. */
export const accountMethods = ({ call, read, write }: Caller) => ({
  /** Starts the own second factor 动态码; the secret is told this once. */
  enrolFactor: () => call<FactorSecret>({ method: 'POST', path: '/auth/second-factor/enrol', body: {} }),
  /** Gives the code of six digits: the login has its second factor then. */
  verifyFactor: (code: string) =>
    call<Me>({ method: 'POST', path: '/auth/second-factor/verify', body: { code } }),
  resetFactor: (id: string, key: WriteOptions) =>
    write<Account>('POST', `/users/${segment(id)}/second-factor/reset`, {}, key.idempotencyKey),
  audit: (query: AuditFilter & PageOptions) => read<AuditList>('/audit', query),
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
