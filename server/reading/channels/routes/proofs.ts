import type { NoticeChannels } from '@shared/contract/reading/channelProof'
import { recordProof, removeProof } from '../commands/recordProof'
import { notFound } from '@server/platform/errors'
import { presentChannels } from '../presenters/channels'
import { proofsOf } from '../queries/channelProofs'
import type { Tx } from '@server/platform/store/db'
import { staffWrite } from '@server/http/route'
import { authorize } from '../policy'
import { findPublished } from '@server/disclosure/publications'
import { type NoticeContext, requireNoticeContext, noticeTarget } from '@server/disclosure/notices'

const tag = '公开渠道'

/** Returns the channels of the edition that is public now. */
async function channelsNow(tx: Tx, { notice, org }: NoticeContext): Promise<NoticeChannels> {
  const published = await findPublished(tx, notice._id)
  if (!published) throw notFound('notice-not-found')
  const { noticeId, edition } = published.publication
  const proofs = await proofsOf(tx, published.publication)
  return { noticeId, edition, channels: presentChannels({ published, org, proofs, now: tx.now }) }
}

export const channelRoutes = [
  staffWrite('POST /notices/:id/proofs', {
    tag,
    summary: '登记公开渠道的佐证（公开栏照片、广播、会议记录）；自愿登记，不考核',
    handle: ({ commit, params: { id }, body, ...caller }) =>
      commit(async tx => {
        const work = await requireNoticeContext(tx, id)
        const by = authorize(caller, 'proof.record', noticeTarget(work.notice, work.org))
        await recordProof(tx, by, work, body)
        return channelsNow(tx, work)
      }),
  }),
  staffWrite('POST /notices/:id/proofs/:proof/remove', {
    tag,
    summary: '去掉一个佐证，例如照片里拍到了人',
    handle: ({ commit, params: { id, proof }, body, ...caller }) =>
      commit(async tx => {
        const work = await requireNoticeContext(tx, id)
        const by = authorize(caller, 'proof.remove', noticeTarget(work.notice, work.org))
        await removeProof(tx, by, work, proof, body)
        return channelsNow(tx, work)
      }),
  }),
]
