import type { Tx } from '@server/platform/store/db'
import { RoleGrants } from '../models/roleGrants'
import { newId } from '@server/platform/store/collection'

/** Grants the role 村民 to a confirmed villager; returns the id of the grant. */
export async function grantVillagerRole(
  tx: Tx,
  { userId, orgCode }: { userId: string; orgCode: string },
): Promise<string> {
  const _id = newId('grt')
  await tx
    .of(RoleGrants)
    .create([{ _id, userId, role: 'villager', orgCode, from: tx.now, to: null, revokedAt: null }])
  return _id
}

/** Revokes a grant of the role 村民 with effect from the next request. */
export async function revokeVillagerRole(tx: Tx, id: string): Promise<void> {
  await tx.of(RoleGrants).updateOne({ _id: id }, { revokedAt: tx.now })
}
