import type { NoticeChannels, RecordProof, RemoveProof } from '../contract/reading/channelProof'
import type { Caller, WriteOptions } from './call'

const segment = encodeURIComponent

/** Proofs of the channels of a public edition 公开渠道佐证. */
export function channelMethods({ write }: Pick<Caller, 'write'>) {
  return {
    recordProof: (noticeId: string, body: RecordProof, key: WriteOptions) =>
      write<NoticeChannels>('POST', `/notices/${segment(noticeId)}/proofs`, body, key.idempotencyKey),
    removeProof: (noticeId: string, proofId: string, body: RemoveProof, key: WriteOptions) =>
      write<NoticeChannels>(
        'POST',
        `/notices/${segment(noticeId)}/proofs/${segment(proofId)}/remove`,
        body,
        key.idempotencyKey,
      ),
  }
}
