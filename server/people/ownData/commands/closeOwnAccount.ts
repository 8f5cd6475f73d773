import type { ClosedAccount } from '@shared/contract/people/ownData'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Services } from '@server/platform/services'
import { inTransaction } from '@server/platform/store/transaction'
import { accountClosed } from '../events'

/**
 * Closes the person's account 注销: deletes what is theirs alone, takes the name off what the law keeps, ends every login.
 * @throws AppError 409 `account-has-role` for a person who holds a posting
 */
export const closeOwnAccount = (
  services: Services,
  by: Authorised<'account.close'>,
): Promise<ClosedAccount> =>
  inTransaction(services, async tx => {
    await audit(tx, by, { orgCode: '', id: by.actor.id })
    await tx.emit(accountClosed, { userId: by.actor.id })
    return { closedAt: tx.now.toISOString() }
  })
