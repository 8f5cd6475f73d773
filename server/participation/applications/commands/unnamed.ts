import type { Authorised } from '@server/platform/access/caller'
import type { ApplicationRow } from '../models/applications'

/** Returns the proof as the operations log shows it: an applicant has no name there, and another pseudonym with every case. */
export function unnamed<By extends Authorised>(
  by: By,
  { _id, userId }: Pick<ApplicationRow, '_id' | 'userId'>,
): By {
  if (userId !== by.actor.id) return by
  return { ...by, actor: { ...by.actor, id: _id.replace(/^[a-z]+_/, 'anon_'), name: '申请人' } }
}
