import type { Tx } from '@server/platform/store/db'
import { listedUnder, type OrgMerged, type OrgRow } from '@server/people/orgs'
import { Objections } from '../models/objections'

/** Hands the objections of a merged village to its successor: listed there, and answered there where the village had to. */
export async function handOverObjections(tx: Tx, { org, into }: OrgMerged): Promise<void> {
  const { _id: orgCode } = org
  await tx.of(Objections).updateMany({ orgCode }, { $set: { path: listedUnder(org) } })
  await tx.of(Objections).updateMany({ orgCode, handlerCode: orgCode }, { $set: { handlerCode: into._id } })
}

/** Lists the objections of a village under its new street. */
export async function relistObjections(tx: Tx, { org }: { org: OrgRow }): Promise<void> {
  await tx.of(Objections).updateMany({ orgCode: org._id }, { $set: { path: org.path } })
}

/** Name in place of a closed account's. */
const CLOSED = '已注销用户'

/** Takes the name off the objections of a closed account; they stay with their answers as records of the notice. */
export async function takeNameOff(tx: Tx, { userId }: { userId: string }): Promise<void> {
  await tx.of(Objections).updateMany({ userId }, { $set: { name: CLOSED, elder: null } })
}
