import type { Tx } from '@server/platform/store/db'
import { Applications } from '../models/applications'

/** Takes a closed account off its applications: they go on, with number and short code. */
export async function leaveApplications(tx: Tx, { userId }: { userId: string }): Promise<void> {
  await tx.of(Applications).updateMany({ userId }, { $set: { userId: null } })
}
