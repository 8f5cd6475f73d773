import { trusted } from 'mongoose'
import { MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { dateLabel, periodLabel } from '@shared/common/period'
import type { Role } from '@shared/contract/people/auth'
import type { Services } from '@server/platform/services'
import { isSelfGoverning } from '@server/platform/access/actor'
import { addJob, type JobHandler } from '@server/platform/jobs/runner'
import type { Db, Tx } from '@server/platform/store/db'
import { notify, Subscriptions, type SubscriptionRow } from '@server/people/messages'
import { actingTarget, Orgs, type OrgRow } from '@server/people/orgs'
import { Removals, type RemovalRow } from '../models/removals'
import { removalWord } from '../states'

const { followersAtOnce } = MESSAGE_RULES

type News = Record<string, string | number>

/** Returns the removal with its organisation; null when it has changed since. */
async function rowOf(db: Db, { removalId, version }: News): Promise<{ row: RemovalRow; org: OrgRow } | null> {
  const row = await db.of(Removals).findById(String(removalId)).lean<RemovalRow>().exec()
  const org = row && (await db.of(Orgs).findById(row.orgCode).lean<OrgRow>().exec())
  return row && org && row.version === version ? { row, org } : null
}

const titleOf = ({ matter, period }: RemovalRow): string => `${matter}（${periodLabel(period)}）`

/** What happened, and what has to be done until when. */
function textOf(row: RemovalRow, org: OrgRow): string {
  const happened = `${org.name}：${removalWord(row)}`
  if (row.state !== 'waiting') return row.outcome ? `${happened}。${row.outcome}` : happened
  return row.dueOn
    ? `${happened}，最晚${dateLabel(row.dueOn)}，过期就恢复公开`
    : `${happened}，各方都同意才删除`
}

/** Organisation and roles of everybody who has a say, or has to know. */
function sidesIn(org: OrgRow): { orgCode: string; roles: readonly Role[] }[] {
  const target = actingTarget(org)
  const above = target.path.at(-2)
  const own: readonly Role[] = isSelfGoverning(target) ? ['supervisor', 'head'] : ['street-clerk', 'head']
  const guiding: readonly Role[] = isSelfGoverning(target) ? ['street-clerk', 'head'] : ['district-office']
  return [{ orgCode: target.code, roles: own }, ...(above ? [{ orgCode: above, roles: guiding }] : [])]
}

/** Notifies the supervising body, the head, and the street above of a removal and what became of it. */
export const notifyRemovalJob: JobHandler<Services> = {
  run: async (tx, { data }) => {
    const found = await rowOf(tx, data)
    if (!found) return
    const { row, org } = found
    const words = { kind: 'work', title: titleOf(row), text: textOf(row, org), place: org.name } as const
    const mark = { link: `removal/${row._id}`, dedupeKey: `removal:${row._id}:${row.version}` }
    for (const { orgCode, roles } of sidesIn(org)) {
      for (const role of roles) await notify(tx, { ...words, ...mark, role, orgCode })
    }
    if (row.by && row.state !== 'waiting') await notify(tx, { ...words, ...mark, userIds: [row.by] })
  },
}

const followersAfter = (
  tx: Tx,
  { orgCode, category }: RemovalRow,
  after: string,
): Promise<SubscriptionRow[]> =>
  tx
    .of(Subscriptions)
    .find({ orgCode, category, _id: trusted({ $gt: after }) })
    .sort({ _id: 1 })
    .limit(followersAtOnce)
    .lean<SubscriptionRow[]>()
    .exec()

/** Notifies the followers of what left the public, in batches; each further batch is a job of its own. */
export const notifyRemovalFollowersJob: JobHandler<Services> = {
  run: async (tx, { data }) => {
    const found = await rowOf(tx, data)
    if (!found) return
    const { row, org } = found
    const followers = await followersAfter(tx, row, String(data['after']))
    await notify(tx, {
      userIds: followers.map(({ userId }) => userId),
      kind: 'publication',
      title: titleOf(row),
      text: `${org.name}：${removalWord(row)}`,
      place: org.name,
      link: `removals/${org._id}`,
      dedupeKey: `removed:${row._id}`,
    })
    const last = followers.at(-1)
    if (!last || followers.length < followersAtOnce) return
    await addJob(tx, {
      kind: 'notify-removal-followers',
      key: `removal-followers:${row._id}:${row.version}:${last._id}`,
      dueAt: tx.now,
      data: { ...data, after: last._id },
    })
  },
}
