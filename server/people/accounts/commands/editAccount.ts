import type { EditAccount } from '@shared/contract/people/grant'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { Users, type UserRow } from '../models/users'

/** Sets the name and job title shown with the person's signatures. Runs in the caller's transaction. */
export async function editAccount(
  deed: CommandContext,
  user: UserRow,
  orgCode: string,
  { name, duty }: EditAccount,
): Promise<void> {
  await deed.services.db.of(Users).updateOne({ _id: user._id }, { name, duty })
  await audit(deed, 'account.edit', { orgCode, id: user._id })
}
