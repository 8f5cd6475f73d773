import type { NoticeChannels } from '@shared/contract/reading/channelProof'
import { recordProof, removeProof } from '../commands/recordProof'
import { notFound } from '@server/platform/errors'
import { presentChannels } from '../presenters/channels'
import { proofsOf } from '../queries/channelProofs'
import type { Services } from '@server/platform/services'
import { staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import { findPublished } from '@server/disclosure/publications'
import { type NoticeContext, requireNoticeContext, noticeTarget } from '@server/disclosure/notices'

const tag = '公开渠道'

/** Returns the channels of the edition that is public now. */
async function channelsNow({ db, clock }: Services, { notice, org }: NoticeContext): Promise<NoticeChannels> {
  const published = await findPublished(db, notice._id)
  if (!published) throw notFound('notice-not-found')
  const { noticeId, edition } = published.publication
  const proofs = await proofsOf(db, published.publication)
  return { noticeId, edition, channels: presentChannels({ published, org, proofs, now: clock.now() }) }
}

export const channelRoutes = [
  staffWrite('POST /notices/:id/proofs', {
    tag,
    summary: '登记公开渠道的佐证（公开栏照片、广播、会议记录）；自愿登记，不考核',
    handle: ({ commit, params: { id }, body, ...deed }) =>
      commit(async () => {
        const work = await requireNoticeContext(deed.services.db, id)
        authorize(deed.actor, 'proof.record', noticeTarget(work.notice, work.org))
        await recordProof(deed, work, body)
        return channelsNow(deed.services, work)
      }),
  }),
  staffWrite('POST /notices/:id/proofs/:proof/remove', {
    tag,
    summary: '去掉一个佐证，例如照片里拍到了人',
    handle: ({ commit, params: { id, proof }, body, ...deed }) =>
      commit(async () => {
        const work = await requireNoticeContext(deed.services.db, id)
        authorize(deed.actor, 'proof.remove', noticeTarget(work.notice, work.org))
        await removeProof(deed, work, proof, body)
        return channelsNow(deed.services, work)
      }),
  }),
]
