import { trusted } from 'mongoose'
import { MESSAGE_KINDS, MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { chinaDate } from '@shared/common/period'
import type { Db } from '@server/platform/store/db'
import type { Services } from '@server/platform/services'
import { type JobHandler, addJob } from '@server/platform/jobs/runner'
import { Publications, type PublicationRow } from '../models/publications'
import { notify, Subscriptions, type SubscriptionRow } from '@server/people/messages'
import { Orgs } from '@server/people/orgs'

const { followersAtOnce } = MESSAGE_RULES

const followersAfter = (
  db: Db,
  { orgCode, category }: PublicationRow,
  after: string,
): Promise<SubscriptionRow[]> =>
  db
    .of(Subscriptions)
    .find({ orgCode, category, _id: trusted({ $gt: after }) })
    .sort({ _id: 1 })
    .limit(followersAtOnce)
    .lean<SubscriptionRow[]>()
    .exec()

/** Returns the title, or a neutral one where the title contains a name that the notice lists. */
function titleOf({ title, content }: PublicationRow): string {
  const names = content.blocks.flatMap(block =>
    block.type === 'recipients' ? block.rows.map(row => row.name) : [],
  )
  return names.some(name => name.length > 1 && title.includes(name)) ? MESSAGE_KINDS.publication.plain : title
}

const textOf = (place: string, { edition, publishedAt }: PublicationRow): string =>
  `${place} ${chinaDate(publishedAt)} ${edition > 1 ? '更正后重新公开' : '公开'}`

/** Notifies the followers of a publication in batches; each further batch is a job of its own. */
export const notifyFollowersJob: JobHandler<Services> = {
  run: async (tx, { data }) => {
    const publicationId = String(data.publicationId)
    const after = String(data.after)
    const row = await tx.of(Publications).findById(publicationId).lean<PublicationRow>().exec()
    if (!row?.live) return
    const followers = await followersAfter(tx, row, after)
    const org = await tx.of(Orgs).findById(row.orgCode, { name: 1 }).lean().exec()
    const place = org?.name ?? ''
    await notify(tx, {
      userIds: followers.map(follower => follower.userId),
      kind: 'publication',
      title: titleOf(row),
      text: textOf(place, row),
      place,
      link: `notice/${row.noticeId}`,
      dedupeKey: publicationId,
    })
    const last = followers.at(-1)
    if (!last || followers.length < followersAtOnce) return
    await addJob(tx, {
      kind: 'notify-followers',
      key: `follow:${publicationId}:${last._id}`,
      dueAt: tx.now,
      data: { publicationId, after: last._id },
    })
  },
}
