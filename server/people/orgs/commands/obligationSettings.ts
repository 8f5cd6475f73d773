import type { Tx } from '@server/platform/store/db'
import { Orgs, type OrgRow } from '../models/orgs'

/** Stores the conditions of a village that change its deadlines, e.g. 集体财务往来较多. */
export async function setOrgConditions(tx: Tx, _id: string, conditions: OrgRow['conditions']): Promise<void> {
  await tx.of(Orgs).updateOne({ _id }, { $set: { conditions } })
}

/** Stores the first day (ISO date) from which the organisation's obligations 公开义务 are tracked. */
export async function setObligationsFrom(tx: Tx, _id: string, day: string): Promise<void> {
  await tx.of(Orgs).updateOne({ _id }, { $set: { obligationsFrom: day } })
}
