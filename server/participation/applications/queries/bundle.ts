import { trusted } from 'mongoose'
import { Users, type UserRow } from '@server/people/accounts'
import type { Db } from '@server/platform/store/db'
import type { ApplicationContext } from '../caseFile'

/** Returns the names of who handled, reviewed and signed: a review body sees who they are; the applicant is never in here. */
export async function staffNames(
  db: Db,
  { application, events }: ApplicationContext,
): Promise<ReadonlyMap<string, string>> {
  const { handlerId, signerId, lawyer, userId } = application
  const ids = new Set(
    [handlerId, signerId, lawyer?.userId, ...events.map(({ by }) => by)].filter(
      (id): id is string => Boolean(id) && id !== userId,
    ),
  )
  const rows = await db
    .of(Users)
    .find({ _id: trusted({ $in: [...ids] }) }, { name: 1 })
    .lean<Pick<UserRow, '_id' | 'name'>[]>()
    .exec()
  return new Map(rows.map(({ _id, name }) => [_id, name]))
}
