import type { EditAccount } from '@shared/contract/people/grant'
import { type CommandContext, audit } from '@server/platform/access/commandContext'
import { Users, type UserRow } from '../models/users'

/** Enters the name and duty that stand beside what the person signs. Runs in a transaction. */
export async function editAccount(
  deed: CommandContext,
  user: UserRow,
  orgCode: string,
  { name, duty }: EditAccount,
): Promise<void> {
  await deed.services.db.of(Users).updateOne({ _id: user._id }, { name, duty })
  await audit(deed, 'account.edit', { orgCode, id: user._id })
}
