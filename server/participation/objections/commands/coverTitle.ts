import type { Tx } from '@server/platform/store/db'
import { Objections } from '../models/objections'

/** Replaces the title of a notice whose words were erased by law 依法删除 in the objections on it. */
export async function coverTitle(
  tx: Tx,
  { noticeId, title }: { noticeId: string; title: string },
): Promise<void> {
  await tx.of(Objections).updateMany({ noticeId }, { $set: { noticeTitle: title } })
}
