import type { OwnIdentity } from '@shared/contract/people/webLogin'
import type { Actor } from '@server/platform/access/actor'
import type { Services } from '@server/platform/services'
import { IdentityLinks, type IdentityLinkRow } from '../models/identityLinks'
import { mayLink } from '../policy'

/** Returns whether the person's account is linked, and with what; name null: no provider is configured. */
export async function ownIdentity(
  { db, identity }: Pick<Services, 'db' | 'identity'>,
  actor: Actor,
): Promise<OwnIdentity> {
  const link = await db.of(IdentityLinks).findOne({ userId: actor.id }).lean<IdentityLinkRow>().exec()
  return {
    name: identity?.name ?? null,
    linkedAt: link?.linkedAt.toISOString() ?? null,
    mayLink: mayLink(actor, { userId: actor.id }) === null,
  }
}
