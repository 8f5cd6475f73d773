import type { Tx } from '@server/platform/store/db'
import { systemActs } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import { trusted } from 'mongoose'
import type { OrgMerged } from '@server/people/orgs'
import { RoleGrants, type RoleGrantRow } from '../models/roleGrants'
import { grantVillagerRole } from './villagerRole'

const isOver = ({ revokedAt, to }: RoleGrantRow, now: Date): boolean =>
  revokedAt !== null || (to !== null && to <= now)

/** Ends the staff roles of a merged village with effect from the next request; its verified people belong to the other too. */
export async function endStaffRoles(tx: Tx, { org, into }: OrgMerged): Promise<void> {
  const by = systemActs('grant.revoke', `merge:${org._id}`)
  const held = (await tx.of(RoleGrants).find({ orgCode: org._id }).lean<RoleGrantRow[]>().exec()).filter(
    grant => !isOver(grant, tx.now),
  )
  const staff = held.filter(({ role }) => role !== 'villager')
  await tx
    .of(RoleGrants)
    .updateMany({ _id: trusted({ $in: staff.map(({ _id }) => _id) }) }, { $set: { revokedAt: tx.now } })
  for (const { _id: id, userId, role } of staff) {
    await audit(tx, by, { orgCode: org._id, id }, { userId, role, mergedInto: into._id })
  }
  const known = await tx
    .of(RoleGrants)
    .find({ orgCode: into._id, role: 'villager', revokedAt: null })
    .lean<RoleGrantRow[]>()
    .exec()
  const there = new Set(known.map(({ userId }) => userId))
  for (const { userId } of held.filter(({ role, userId: id }) => role === 'villager' && !there.has(id))) {
    await grantVillagerRole(tx, { userId, orgCode: into._id })
  }
}
