import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { RenameSelf } from '@shared/contract/people/ownData'
import type { EditAccount } from '@shared/contract/people/grant'
import { Users, type UserRow } from '../models/users'

/** Sets the own name of a person without a staff role. */
export async function renameSelf(
  tx: Tx,
  by: Authorised<'account.rename-self'>,
  { name }: RenameSelf,
): Promise<RenameSelf> {
  await tx.of(Users).updateOne({ _id: by.actor.id }, { $set: { name } })
  await audit(tx, by, { orgCode: '', id: by.actor.id })
  return { name }
}

/** Sets the name and job title shown with the person's signatures. */
export async function editAccount(
  tx: Tx,
  by: Authorised<'account.edit'>,
  user: UserRow,
  orgCode: string,
  { name, jobTitle }: EditAccount,
): Promise<void> {
  await tx.of(Users).updateOne({ _id: user._id }, { name, jobTitle })
  await audit(tx, by, { orgCode, id: user._id })
}
