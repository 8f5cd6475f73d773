import { trusted } from 'mongoose'
import type { FeedVersionRow, Models } from '../../models'
import { inTime } from '../store/watch'

/** How long a reader waits for the store before what was kept is shown instead. */
const PATIENCE_MS = 3_000

/** Of an organisation that has never published anything. */
const NOTHING_YET = 'none'

interface Waiting {
  resolve(stamp: string): void
  reject(error: unknown): void
}

type Known = Pick<FeedVersionRow, '_id' | 'version' | 'stamp'>

const stampOf = ({ version, stamp }: Known): string => stamp ?? `v${version}`

export type StampOf = (orgCode: string) => Promise<string>

/**
 * Asks the store which state the public pages of an organisation are in. The answer is always of a moment after the question, so
 * that a withdrawal shows at once on every process, whichever made it; a change stream would tell of it a little later. Questions
 * that come while the store is being asked go together into the next query: thousands a second cost it one query a millisecond.
 */
export function createStamps({ feedVersions }: Models): StampOf {
  let waiting = new Map<string, Waiting[]>()
  let asking = false

  async function read(codes: string[]): Promise<Map<string, string>> {
    const rows = feedVersions
      .find({ _id: trusted({ $in: codes }) }, { version: 1, stamp: 1 })
      .lean<Known[]>()
      .exec()
    return new Map((await inTime(rows, PATIENCE_MS)).map(row => [row._id, stampOf(row)]))
  }

  async function askAll(): Promise<void> {
    while (waiting.size > 0) {
      const batch = waiting
      waiting = new Map()
      try {
        const stamps = await read([...batch.keys()])
        for (const [code, all] of batch) {
          const stamp = stamps.get(code) ?? NOTHING_YET
          for (const one of all) one.resolve(stamp)
        }
      } catch (error) {
        for (const one of [...batch.values()].flat()) one.reject(error)
      }
    }
    asking = false
  }

  return orgCode =>
    new Promise((resolve, reject) => {
      const known = waiting.get(orgCode)
      if (known) known.push({ resolve, reject })
      else waiting.set(orgCode, [{ resolve, reject }])
      if (asking) return
      asking = true
      // Requests that were read from their sockets in this same turn come along.
      setImmediate(() => void askAll())
    })
}
