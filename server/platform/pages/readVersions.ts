import { setTimeout as sleep } from 'node:timers/promises'
import { FeedVersions } from './pageVersions'
import type { Db } from '../store/db'
import { withTimeout } from '../store/availability'
import type { FeedVersionRow } from './pageVersions'

/** How long a reader waits for the store before what was kept is shown instead. */
const PATIENCE_MS = 3_000

/** Between two questions the store rests as long as the last answer took, but not longer than this. */
const LONGEST_REST_MS = 5

/** Of an organisation that has never published anything. */
const NOTHING_YET = 'none'

/** All who ask for one organisation's stamp at about the same time. */
interface Question {
  answer: Promise<string>
  resolve(stamp: string): void
  reject(error: unknown): void
}

type Known = Pick<FeedVersionRow, '_id' | 'version' | 'stamp'>

interface Rows {
  cursor: { firstBatch: Known[] }
}

const stampOf = ({ version, stamp }: Known): string => stamp ?? `v${version}`

export type ReadVersion = (orgCode: string) => Promise<string>

function question(): Question {
  let settle: Omit<Question, 'answer'>
  const answer = new Promise<string>((resolve, reject) => (settle = { resolve, reject }))
  return { answer, ...settle! }
}

/**
 * Asks the store which state the public pages of an organisation are in. The answer is always of a moment after the question, so
 * that a withdrawal shows at once on every process, whichever made it; a change stream would tell of it a little later. Questions
 * that come while the store is being asked, or rests, go together into the next query: a lone reader never waits for others,
 * thousands a second cost a few hundred queries.
 */
export function createVersionReader(db: Db): ReadVersion {
  const { connection } = db
  const feedVersions = db.of(FeedVersions)
  let waiting = new Map<string, Question>()
  let asking = false

  /** By the bare command: the casts of mongoose and the driver's cursor cost twice as much as the question itself. */
  async function read(codes: string[]): Promise<Map<string, string>> {
    const question = {
      find: feedVersions.collection.collectionName,
      filter: { _id: { $in: codes } },
      projection: { version: 1, stamp: 1 },
      batchSize: codes.length,
      singleBatch: true,
      readConcern: { level: 'majority' },
    }
    const { cursor } = (await withTimeout(connection.db!.command(question), PATIENCE_MS)) as Rows
    return new Map(cursor.firstBatch.map(row => [row._id, stampOf(row)]))
  }

  async function askAll(): Promise<void> {
    while (waiting.size > 0) {
      const batch = waiting
      waiting = new Map()
      const asked = performance.now()
      try {
        const stamps = await read([...batch.keys()])
        for (const [code, one] of batch) one.resolve(stamps.get(code) ?? NOTHING_YET)
      } catch (error) {
        for (const one of batch.values()) one.reject(error)
      }
      await sleep(Math.min(performance.now() - asked, LONGEST_REST_MS))
    }
    asking = false
  }

  return orgCode => {
    const known = waiting.get(orgCode)
    if (known) return known.answer
    const one = question()
    waiting.set(orgCode, one)
    if (!asking) {
      asking = true
      // Requests that were read from their sockets in this same turn come along.
      setImmediate(() => void askAll())
    }
    return one.answer
  }
}
