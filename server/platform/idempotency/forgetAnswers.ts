import { trusted } from 'mongoose'
import { LAWFUL_ERASURE } from '../store/collection'
import type { Tx } from '../store/db'
import { IdempotencyKeys } from './idempotencyKeys'

/** Deletes every stored answer that names the record, for a lawful erasure 依法删除. */
export async function forgetAnswersAbout(tx: Tx, id: string): Promise<void> {
  await tx
    .of(IdempotencyKeys)
    .deleteMany({ body: trusted({ $regex: id }) })
    .setOptions(LAWFUL_ERASURE)
}
