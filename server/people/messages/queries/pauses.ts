import type { MessageKind } from '@shared/contract/people/message'
import type { Db } from '@server/platform/store/db'
import { MessagePauses, type MessagePauseRow } from '../models/messagePauses'

/** Returns until when a kind of WeChat message rests after a ban; null: it does not. */
export async function restsUntil(db: Db, kind: MessageKind, now: Date): Promise<Date | null> {
  const pause = await db.of(MessagePauses).findById(kind).lean<MessagePauseRow>().exec()
  return pause && pause.until > now ? pause.until : null
}

/** Number of kinds of WeChat message that are banned, as far as is known. */
export const messagesBanned = (db: Db): Promise<number> => db.of(MessagePauses).countDocuments({})
