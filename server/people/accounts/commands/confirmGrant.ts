import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { conflict } from '@server/platform/errors'
import type { Tx } from '@server/platform/store/db'
import { errorText } from '@shared/texts/errors'
import type { ConfirmGrant } from '@shared/contract/people/grant'
import type { NamedGrant } from '../queries/grants'
import { changeGrant, judgeRole } from './changeGrant'

/**
 * Puts a grant into force 确认任职, as the second of two administrators.
 * @throws AppError 409 `grant-changed` when it was changed, revoked or confirmed meanwhile, or with a conflict of roles
 */
export async function confirmGrant(
  tx: Tx,
  by: Authorised<'grant.confirm'>,
  { grant, org }: NamedGrant,
  { version }: ConfirmGrant,
): Promise<void> {
  if (!grant.unconfirmed) throw conflict('grant-changed', errorText('grant-changed'))
  const { _id: id, userId, role, from, to } = grant
  await judgeRole(tx, userId, org, { id, role, from, to })
  await changeGrant(tx, grant, version, { unconfirmed: false })
  await audit(tx, by, { orgCode: org._id, id }, { userId, role })
}
