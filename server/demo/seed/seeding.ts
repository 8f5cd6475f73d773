import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from 'mongoose'
import { isDuplicate } from '@server/platform/store/transaction'

/** The mark of a store that is being seeded; removed once the seed is whole. Times are real, not the server's clock. */
interface SeedingRow {
  _id: string
  /** The process that seeds. */
  owner: string
  touchedAt: Date
}

const MARK = 'seed'
const NAME = 'demoSeedings'
/** A process that has not touched its mark for so long was killed; a batch takes far less. */
const STALE_MS = 60_000
const POLL_MS = 500

export interface Seeding {
  /** Another process broke off before the seed was whole: what it stored has to go. */
  interrupted: boolean
  /**
   * Renews the mark; called before every batch.
   * @throws Error when another process has taken over
   */
  touch(): Promise<void>
  finish(): Promise<void>
  /** Says that this process gives up, so that the next one need not wait. */
  abandon(): Promise<void>
}

const marksOf = (connection: Connection) => connection.collection<SeedingRow>(NAME)

function seeding(connection: Connection, owner: string, interrupted: boolean): Seeding {
  const mine = { _id: MARK, owner }
  return {
    interrupted,
    touch: async () => {
      const { matchedCount } = await marksOf(connection).updateOne(mine, { $set: { touchedAt: new Date() } })
      if (matchedCount === 0) throw new Error('another process seeds this store')
    },
    finish: async () => void (await marksOf(connection).deleteOne(mine)),
    abandon: async () =>
      void (await marksOf(connection).updateOne(mine, { $set: { touchedAt: new Date(0) } })),
  }
}

/** Marks an empty store; null when another process was first. */
async function begin(connection: Connection, owner: string, isEmpty: () => Promise<boolean>) {
  try {
    await marksOf(connection).insertOne({ _id: MARK, owner, touchedAt: new Date() })
  } catch (error) {
    if (isDuplicate(error, NAME)) return null
    throw error
  }
  const begun = seeding(connection, owner, false)
  if (await isEmpty()) return begun
  await begun.finish()
  return null
}

/** Takes over the mark of a process that was interrupted; null while that one still seeds. */
async function takeOver(connection: Connection, owner: string, { touchedAt, ...seen }: SeedingRow) {
  if (Date.now() - touchedAt.getTime() < STALE_MS) return null
  const taken = { owner, touchedAt: new Date() }
  const { modifiedCount } = await marksOf(connection).updateOne({ ...seen, touchedAt }, { $set: taken })
  return modifiedCount > 0 ? seeding(connection, owner, true) : null
}

/**
 * Claims an empty store, or one whose seeding was interrupted, for this process; waits while another one seeds it.
 * Null: the store is in use.
 */
export async function claimSeeding(
  connection: Connection,
  isEmpty: () => Promise<boolean>,
): Promise<Seeding | null> {
  const owner = randomUUID()
  for (;;) {
    const seen = await marksOf(connection).findOne({ _id: MARK })
    if (!seen && !(await isEmpty())) return null
    const claimed = seen ? await takeOver(connection, owner, seen) : await begin(connection, owner, isEmpty)
    if (claimed) return claimed
    await sleep(POLL_MS)
  }
}
