import type { Authorised } from '@server/platform/access/caller'
import type { ObjectionRow } from '../models/objections'

const UNNAMED = '不具名的群众'

/**
 * Returns the proof as the operations log shows it: who objects without a name has none there either, and another
 * pseudonym with every objection.
 */
export function unnamed<By extends Authorised>(
  by: By,
  { _id, anonymous }: Pick<ObjectionRow, '_id' | 'anonymous'>,
): By {
  if (!anonymous) return by
  return { ...by, actor: { ...by.actor, id: _id.replace(/^[a-z]+_/, 'anon_'), name: UNNAMED } }
}
