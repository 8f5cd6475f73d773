import { valuesAt } from '@server/platform/store/valuesAt'
import type { Db } from '@server/platform/store/db'
import { ChannelProofs, type ChannelProofRow } from '../models/channelProofs'
import { Publications, type PublicationRow } from '@server/disclosure/publications'

/** Returns the proofs of an edition that were not removed, oldest first. */
export async function proofsOf(
  db: Db,
  { noticeId, edition }: Pick<PublicationRow, 'noticeId' | 'edition'>,
): Promise<ChannelProofRow[]> {
  const rows = await db
    .of(ChannelProofs)
    .find({ noticeId, edition })
    .sort({ at: 1, _id: 1 })
    .lean<ChannelProofRow[]>()
    .exec()
  return rows.filter(({ removed }) => removed === null)
}

/** Returns the files that proofs show, removed ones too. */
export const proofFiles = (db: Db, hashes: readonly string[]): Promise<string[]> =>
  valuesAt(db, ChannelProofs, 'file.sha256', hashes)

export interface ShowingProof {
  proof: ChannelProofRow
  publication: Pick<PublicationRow, 'orgCode' | 'content' | 'presentation' | 'publicity' | 'publicityMoved'>
}

/** Returns the proofs that show a file, each with its live edition. */
export async function proofsShowing(db: Db, sha256: string): Promise<ShowingProof[]> {
  const rows = await db.of(ChannelProofs).find({ 'file.sha256': sha256 }).lean<ChannelProofRow[]>().exec()
  const found = await Promise.all(
    rows
      .filter(({ removed }) => removed === null)
      .map(async proof => {
        const { noticeId, edition } = proof
        const publication = await db
          .of(Publications)
          .findOne(
            { noticeId, edition },
            { orgCode: 1, content: 1, presentation: 1, publicity: 1, publicityMoved: 1, live: 1 },
          )
          .lean<ShowingProof['publication'] & Pick<PublicationRow, 'live'>>()
          .exec()
        return publication?.live ? [{ proof, publication }] : []
      }),
  )
  return found.flat()
}
