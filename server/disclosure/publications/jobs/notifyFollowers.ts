import { trusted } from 'mongoose'
import { MESSAGE_KINDS, MESSAGE_RULES } from '@shared/facts/people/messageRules'
import { chinaDate } from '@shared/common/period'
import type { Models, PublicationRow, SubscriptionRow } from '@server/platform/store/collections'
import type { Services } from '@server/platform/services'
import { notify } from '@server/people/messages/commands/notify'
import { type JobHandler, addJob } from '@server/platform/jobs/runner'

const { followersAtOnce } = MESSAGE_RULES

const followersAfter = (
  { subscriptions }: Models,
  { orgCode, category }: PublicationRow,
  after: string,
): Promise<SubscriptionRow[]> =>
  subscriptions
    .find({ orgCode, category, _id: trusted({ $gt: after }) })
    .sort({ _id: 1 })
    .limit(followersAtOnce)
    .lean<SubscriptionRow[]>()
    .exec()

/** The title, unless it names somebody whom the notice lists. */
function titleOf({ title, content }: PublicationRow): string {
  const names = content.blocks.flatMap(block =>
    block.type === 'recipients' ? block.rows.map(row => row.name) : [],
  )
  return names.some(name => name.length > 1 && title.includes(name)) ? MESSAGE_KINDS.publication.plain : title
}

const textOf = (place: string, { edition, publishedAt }: PublicationRow): string =>
  `${place} ${chinaDate(publishedAt)} ${edition > 1 ? '更正后重新公开' : '公开'}`

/** Tells the followers of a publication, a batch at a time; the next batch is work of its own. */
export const notifyFollowersJob: JobHandler<Services> = {
  run: async ({ models, clock }, { data }) => {
    const publicationId = String(data.publicationId)
    const after = String(data.after)
    const row = await models.publications.findById(publicationId).lean<PublicationRow>().exec()
    if (!row?.live) return
    const followers = await followersAfter(models, row, after)
    const org = await models.orgs.findById(row.orgCode, { name: 1 }).lean().exec()
    const place = org?.name ?? ''
    await notify(models, clock, {
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
    await addJob(models, {
      kind: 'notify-followers',
      key: `follow:${publicationId}:${last._id}`,
      dueAt: clock.now(),
      data: { publicationId, after: last._id },
    })
  },
}
