import type { NoticeChannels } from '../../../shared/contract/reading/channelProof'
import { photo } from '../../support/files/pictures'
import { tokenOf } from '../../support/api/world'
import type { Row, Story } from './row'
import { VILLAGE_STAFF, inVillage } from '../situations'

const PROOF = { edition: 1, channel: '村（居）务公开栏', on: '2026-11-01' }

export const boardPhotoFile = async () => ({
  name: '公开栏.jpg',
  text: new Uint8Array(await photo()),
  fields: { reason: '只拍了公开栏，没有人像' },
})

/** A photo of the board, stored by the village. */
const boardPhoto = async (story: Story): Promise<string> =>
  (await story.attach('editor', await boardPhotoFile())).sha256

/** Proofs of channels: the village's own staff alone; nobody asks for them from above. */
export const PROOF_ROWS: readonly Row[] = [
  {
    route: 'POST /notices/:id/proofs',
    situation: 'a village’s public notice: its own staff alone',
    allowed: VILLAGE_STAFF,
    prepare: async story => {
      const { notice } = await inVillage.published(story)
      return {
        path: `/notices/${notice.id}/proofs`,
        body: { ...PROOF, sha256: await boardPhoto(story) },
      }
    },
  },
  {
    route: 'POST /notices/:id/proofs/:proof/remove',
    situation: 'a proof of a village’s public notice: its own staff alone',
    allowed: VILLAGE_STAFF,
    prepare: async story => {
      const { notice } = await inVillage.published(story)
      const { body } = await story.server.ask<NoticeChannels>('POST', `/notices/${notice.id}/proofs`, {
        token: tokenOf(story.server, 'head'),
        body: { ...PROOF, sha256: await boardPhoto(story) },
      })
      const { id } = body.channels[0]!.proofs[0]!
      return { path: `/notices/${notice.id}/proofs/${id}/remove`, body: { reason: '拍到了人脸' } }
    },
  },
]
