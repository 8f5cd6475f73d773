import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { SetZone } from '@shared/contract/reading/zone'
import { Zones } from '../models/zones'

/** Stores the reading places of a street 登记查阅点. */
export async function setZone(
  tx: Tx,
  by: Authorised<'zone.set'>,
  orgCode: string,
  { places }: SetZone,
): Promise<void> {
  await tx.of(Zones).updateOne({ _id: orgCode }, { $set: { places } }, { upsert: true })
  await audit(tx, by, { orgCode, id: orgCode }, { places: places.length })
}
