import type { ChannelProofRow, Models, PublicationRow } from '@server/platform/store/collections'

/** Proofs of an edition that stand, oldest first. */
export async function proofsOf(
  models: Models,
  { noticeId, edition }: Pick<PublicationRow, 'noticeId' | 'edition'>,
): Promise<ChannelProofRow[]> {
  const rows = await models.channelProofs
    .find({ noticeId, edition })
    .sort({ at: 1, _id: 1 })
    .lean<ChannelProofRow[]>()
    .exec()
  return rows.filter(({ removed }) => removed === null)
}

export interface ShowingProof {
  proof: ChannelProofRow
  publication: Pick<PublicationRow, 'orgCode' | 'content' | 'publicity'>
}

/** Proofs that show a file, each with the live edition it belongs to. */
export async function proofsShowing(models: Models, sha256: string): Promise<ShowingProof[]> {
  const rows = await models.channelProofs.find({ 'file.sha256': sha256 }).lean<ChannelProofRow[]>().exec()
  const found = await Promise.all(
    rows
      .filter(({ removed }) => removed === null)
      .map(async proof => {
        const { noticeId, edition } = proof
        const publication = await models.publications
          .findOne({ noticeId, edition }, { orgCode: 1, content: 1, publicity: 1, live: 1 })
          .lean<ShowingProof['publication'] & Pick<PublicationRow, 'live'>>()
          .exec()
        return publication?.live ? [{ proof, publication }] : []
      }),
  )
  return found.flat()
}
