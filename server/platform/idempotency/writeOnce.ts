import { conflict } from '../errors'
import type { Tx } from '../store/db'
import { inTransaction, type Stores } from '../store/transaction'
import { IdempotencyKeys } from './idempotencyKeys'
import { newId } from '../store/collection'

/** One intended write, identified by the sender's key. */
export interface WriteRequest {
  userId: string
  /** Value of the `Idempotency-Key` header. */
  key: string
  /** Hash of the request. */
  fingerprint: string
  /** HTTP status of the successful answer. */
  status: number
}

export interface WriteAnswer {
  status: number
  /** JSON text. */
  body: string
  /** True when this is the stored answer of an earlier request. */
  replayed: boolean
}

/**
 * Returns the answer of an earlier request with the same key; null if there is none.
 * @throws AppError 409 `idempotency-key-reused` when that request differed
 */
export async function earlierAnswer({ db }: Stores, request: WriteRequest): Promise<WriteAnswer | null> {
  const { userId, key, fingerprint } = request
  const row = await db.of(IdempotencyKeys).findOne({ userId, key }).lean()
  if (!row) return null
  if (row.fingerprint !== fingerprint) throw conflict('idempotency-key-reused')
  return { status: row.status, body: row.body, replayed: true }
}

/**
 * Runs the work and stores its answer in one transaction. Of two simultaneous requests with one key, one runs and
 * both get its answer.
 */
export async function writeOnce(
  stores: Stores,
  request: WriteRequest,
  work: (tx: Tx) => Promise<unknown>,
): Promise<WriteAnswer> {
  const { status, ...key } = request
  try {
    return await inTransaction(stores, async tx => {
      const body = JSON.stringify(await work(tx))
      await tx.of(IdempotencyKeys).create([{ _id: newId('idk'), ...key, status, body, createdAt: tx.now }])
      return { status, body, replayed: false }
    })
  } catch (error) {
    // A concurrent request with the same key may have won: ours then failed on its effect, or on the key itself.
    const rival = await earlierAnswer(stores, request)
    if (rival) return rival
    throw error
  }
}
