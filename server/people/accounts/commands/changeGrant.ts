import type { Tx } from '@server/platform/store/db'
import { type HeldRole, clashText, fitsOrg, roleClash } from '../roleRules'
import { errorText } from '@shared/texts/errors'
import { roleLabel } from '@shared/facts/people/roles'
import { conflict, unprocessable } from '@server/platform/errors'
import { grantsOf, requireUser } from '../queries/grants'
import { Users } from '../models/users'
import { RoleGrants, type RoleGrantRow } from '../models/roleGrants'
import { requireStanding, type OrgRow } from '@server/people/orgs'

const heldRole = ({ role, from, to }: Pick<RoleGrantRow, 'role' | 'from' | 'to'>, org: OrgRow): HeldRole => ({
  role,
  orgCode: org._id,
  orgName: org.name,
  from,
  to,
})

/**
 * Judges a role and its term against all other roles of the person. Updates the person's row first, so that of two concurrent
 * changes one restarts and sees the other.
 * @throws AppError 404 `user-not-found`; 422 `role-not-here`; 409 with the conflict
 */
export async function judgeRole(
  tx: Tx,
  userId: string,
  org: OrgRow,
  wanted: Pick<RoleGrantRow, 'role' | 'from' | 'to'> & { id?: string },
): Promise<void> {
  await tx.of(Users).updateOne({ _id: userId }, { $inc: { rolesVersion: 1 } })
  requireStanding(org)
  const user = await requireUser(tx, userId, 'userId')
  if (!fitsOrg(wanted.role, org.kind)) {
    throw unprocessable('role-not-here', `${org.name}没有“${roleLabel(wanted.role)}”这个角色。`)
  }
  const others = (await grantsOf(tx, user)).filter(({ grant }) => grant._id !== wanted.id)
  const clash = roleClash(
    others.map(other => heldRole(other.grant, other.org)),
    heldRole(wanted, org),
  )
  if (clash) throw conflict(clash.code, clashText(clash))
}

/** Changes a grant still in force by compare-and-set on the version the person saw. @throws AppError 409 `grant-changed` */
export async function changeGrant(
  tx: Tx,
  grant: RoleGrantRow,
  seen: number,
  set: Partial<RoleGrantRow>,
): Promise<void> {
  const version = grant.version ?? 0
  const { modifiedCount } =
    seen === version
      ? await tx
          .of(RoleGrants)
          .updateOne(
            { _id: grant._id, revokedAt: null, version: grant.version ?? null },
            { ...set, version: version + 1 },
          )
      : { modifiedCount: 0 }
  if (modifiedCount !== 1) throw conflict('grant-changed', errorText('grant-changed'))
}
