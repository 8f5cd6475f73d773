import type { Connection } from 'mongoose'
import { noteWrites } from '../engine/driver'
import { type Change, type StorePicture, changesBetween, pictureOf, renewed, takeBack } from './storePicture'

/**
 * The store of one test file, looked at and taken back by the collections that this process has written to: a picture costs as many
 * questions as there are such collections, not as there are collections.
 */
export async function standingStore(connection: Connection) {
  const { take } = noteWrites()
  let latest = await pictureOf(connection)
  /** The store as it is now. */
  const look = async (): Promise<StorePicture> => (latest = await renewed(connection, latest, take()))
  return {
    look,
    changesSince: async (earlier: StorePicture): Promise<Change[]> => changesBetween(earlier, await look()),
    /** Takes the store back to how it was. */
    backTo: async (earlier: StorePicture): Promise<void> => {
      await takeBack(connection, changesBetween(earlier, await look()))
      take()
      latest = earlier
    },
  }
}
