import type { Db, Tx } from '@server/platform/store/db'
import { dateLabel } from '@shared/common/period'
import type { OrgMerged } from '@server/people/orgs'
import { RoleGrants, type RoleGrantRow } from '@server/people/accounts'
import { notify } from './notify'

async function staffOf(db: Db, orgCode: string): Promise<string[]> {
  const grants = await db.of(RoleGrants).find({ orgCode, revokedAt: null }).lean<RoleGrantRow[]>().exec()
  return grants
    .filter(({ role, unconfirmed }) => role !== 'villager' && !unconfirmed)
    .map(({ userId }) => userId)
}

/** Notifies the staff of both villages of a merger; runs before the roles of the one end. */
export async function notifyOfMerger(tx: Tx, { org, into }: OrgMerged): Promise<void> {
  const day = org.mergedInto?.day ?? ''
  const from = day ? `${dateLabel(day)}起，` : ''
  const words = {
    kind: 'work',
    link: null,
    place: into.name,
    title: `${org.name}并入${into.name}`,
    dedupeKey: `merge:${org._id}:${day}`,
  } as const
  const ending = `${from}您在${org.name}的职务到此结束，已公开的由${into.name}接着办。`
  const beginning = `${from}${org.name}已公开的内容、没到期的公示和异议，由${into.name}接着办。`
  await notify(tx, { ...words, text: ending, userIds: await staffOf(tx, org._id) })
  await notify(tx, { ...words, text: beginning, userIds: await staffOf(tx, into._id) })
}
