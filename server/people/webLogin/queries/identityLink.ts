import type { OwnDataPart } from '@shared/contract/people/ownData'
import type { Db } from '@server/platform/store/db'
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

/** Returns the link of the person's account with the unified identity. */
export async function ownIdentityData(db: Db, userId: string): Promise<OwnDataPart[]> {
  const rows = await db.of(IdentityLinks).find({ userId }).lean<IdentityLinkRow[]>().exec()
  const records = rows.map(({ issuer, subject, linkedAt }) => ({
    认证服务: issuer,
    编号: subject,
    绑定时间: linkedAt.toISOString(),
  }))
  return [{ title: '统一身份认证', records }]
}
