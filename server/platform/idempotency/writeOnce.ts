import { conflict } from '../errors'
import type { Db } from '../store/db'
import type { Clock } from '../clock'
import { inTransaction } from '../store/transaction'
import { IdempotencyKeys } from './idempotencyKeys'
import { newId } from '../store/collection'

/** One intended write, as the sender names it. */
export interface WriteRequest {
  userId: string
  /** The `Idempotency-Key`. */
  key: string
  /** Hash of what is asked for. */
  fingerprint: string
  /** Status of the answer when it is done. */
  status: number
}

export interface WriteAnswer {
  status: number
  /** JSON text. */
  body: string
  /** True when it was done before and this is the answer of that time. */
  replayed: boolean
}

interface Stores {
  db: Db
  clock: Clock
}

/**
 * The answer of an earlier request with the same key; null when there was none.
 * @throws AppError 409 `idempotency-key-reused` when that request asked for something else
 */
export async function earlierAnswer({ db }: Stores, request: WriteRequest): Promise<WriteAnswer | null> {
  const { userId, key, fingerprint } = request
  const row = await db.of(IdempotencyKeys).findOne({ userId, key }).lean()
  if (!row) return null
  if (row.fingerprint !== fingerprint) throw conflict('idempotency-key-reused')
  return { status: row.status, body: row.body, replayed: true }
}

/** Does the work and keeps its answer in one transaction. Of two at once with the same key one works, both get its answer. */
export async function writeOnce(
  stores: Stores,
  request: WriteRequest,
  work: () => Promise<unknown>,
): Promise<WriteAnswer> {
  const { db, clock } = stores
  const { status, ...key } = request
  try {
    return await inTransaction(db.connection, async () => {
      const body = JSON.stringify(await work())
      await db
        .of(IdempotencyKeys)
        .create([{ _id: newId('idk'), ...key, status, body, createdAt: clock.now() }])
      return { status, body, replayed: false }
    })
  } catch (error) {
    // A request with the same key may have been faster: ours then failed on its effect, or on the key itself.
    const rival = await earlierAnswer(stores, request)
    if (rival) return rival
    throw error
  }
}
