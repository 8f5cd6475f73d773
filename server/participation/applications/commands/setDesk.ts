import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import type { ApplicationDesk } from '@shared/contract/participation/application'
import { ApplicationDesks } from '../models/applications'

/** Stores what the body's letters need: review body, court, places to search. */
export async function setDesk(
  tx: Tx,
  by: Authorised<'application.set-desk'>,
  orgCode: string,
  desk: ApplicationDesk,
): Promise<void> {
  await tx.of(ApplicationDesks).updateOne({ _id: orgCode }, { $set: desk }, { upsert: true })
  await audit(tx, by, { orgCode, id: orgCode })
}
