import { setTimeout as sleep } from 'node:timers/promises'
import { FeedVersions, type FeedVersionRow } from './pageVersions'
import type { Db } from '../store/db'
import { withTimeout } from '../store/availability'

/** Milliseconds that a reader waits for the store before the cached page is served instead. */
const PATIENCE_MS = 3_000

/** Upper bound, in milliseconds, of the pause between two batched version queries. */
const LONGEST_REST_MS = 5

/** Version of an organisation without publications. */
const NOTHING_YET = 'none'

/** The readers who wait for one organisation's version. */
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
 * Reads the version of an organisation's public pages from the store. The answer is always newer than the call, so a
 * withdrawal shows at once in every process; a change stream would report it later. Calls that arrive during a query
 * or its pause share the next one: a single reader never waits, thousands per second cost a few hundred queries.
 */
export function createVersionReader(db: Db): ReadVersion {
  const { connection } = db
  let waiting = new Map<string, Question>()
  let asking = false

  /** Uses the raw command: mongoose casts and the driver's cursor cost twice as much as the query. */
  async function read(codes: string[]): Promise<Map<string, string>> {
    const question = {
      find: FeedVersions.name,
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
      // Requests read from their sockets in this turn of the event loop join the query.
      setImmediate(() => void askAll())
    }
    return one.answer
  }
}
