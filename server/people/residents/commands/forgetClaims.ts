import retention from '@shared/facts/people/storeRetention.json'
import { trusted } from 'mongoose'
import type { Authorised } from '@server/platform/access/caller'
import { audit } from '@server/platform/audit/writeAudit'
import type { Tx } from '@server/platform/store/db'
import { ResidencyClaims, type ResidencyClaimRow } from '../models/residencyClaims'

/** Claims of one transaction. */
const BATCH = 100
const KEPT_MS = retention.cleared.find(({ job }) => job === 'forget-claims')!.seconds * 1000

/** Removes the person from claims that have not been in force for longer than they may be kept. Returns whether more are left. */
export async function forgetClaims(tx: Tx, by: Authorised<'residencyClaim.forget'>): Promise<boolean> {
  const before = new Date(tx.now.getTime() - KEPT_MS)
  const rows = await tx
    .of(ResidencyClaims)
    .find({ live: false, person: trusted({ $gt: '' }), decidedAt: trusted({ $lt: before }) })
    .limit(BATCH)
    .lean<ResidencyClaimRow[]>()
    .exec()
  const gone = { name: '', group: null, person: '', phoneMatches: null }
  for (const { _id, orgCode } of rows) {
    await tx.of(ResidencyClaims).updateOne({ _id }, { $set: gone, $inc: { version: 1 } })
    await audit(tx, by, { orgCode, id: _id })
  }
  return rows.length === BATCH
}
