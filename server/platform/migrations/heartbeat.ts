import { AppError } from '../errors'
import { VERSION } from '../config/version'
import { storeUnavailable } from '../store/availability'
import { newId } from '../store/collection'
import type { Db } from '../store/db'
import { setFence } from '../store/fence'
import { createSingleFlight } from '../pages/singleFlight'
import { SCHEMA_VERSION } from './schemaVersion'
import { StoreState, type StoreStateRow } from './storeState'
import { rawCollection } from './rawRows'

/** Sign of life of a running server; not part of a backup. */
interface Heartbeat {
  _id: string
  /** Schema version that its program requires. */
  layout: number
  program: string
  at: Date
  /** Rises with each sign, so that no two machines' clocks need to agree. */
  beats: number
}

const EVERY_MS = 3_000
/**
 * Milliseconds after a sign of life in which its server may begin to write. With the longest transaction that MongoDB
 * allows, 20 s in docker-compose.yml, less than `SILENT_MS`.
 */
const VALID_MS = 10_000
/** Milliseconds without a sign after which a server counts as gone. */
const SILENT_MS = 30_000
/** Milliseconds after which a sign counts as old whatever the clocks say. */
const OLD_MS = 5 * 60_000

const heartbeatsOf = (db: Db) => rawCollection(db, 'serverHeartbeats')

const programOutdated = () => new AppError(503, 'program-outdated')

/** Checks whether a newer program has changed the layout, has begun to, or is about to. */
function isChangedBeyond({ layout, cursor, holder, heldUntil }: StoreStateRow, own: number): boolean {
  const held = holder !== null && heldUntil !== null && heldUntil > new Date()
  return layout > own || (layout === own && (cursor !== null || held))
}

interface HeartbeatOptions {
  onError: (error: unknown) => void
  layout?: number
}

/**
 * Gives signs of life of a server and learns at each whether its program still fits the store: a newer program migrates
 * only when no older server gives signs, and a server writes only shortly after a sign. Returns a function that ends it.
 */
export async function startHeartbeat(
  db: Db,
  { onError, layout = SCHEMA_VERSION }: HeartbeatOptions,
): Promise<() => Promise<void>> {
  const _id = newId('run')
  let outdated = false
  let validUntil = 0
  const single = createSingleFlight<void>()

  async function beat(): Promise<void> {
    const begun = performance.now()
    await heartbeatsOf(db).updateOne(
      { _id },
      { $set: { layout, program: VERSION, at: new Date() }, $inc: { beats: 1 } },
      { upsert: true },
    )
    const state = await db.of(StoreState).findOne({}).lean<StoreStateRow>().exec()
    outdated = state !== null && isChangedBeyond(state, layout)
    validUntil = begun + VALID_MS
  }

  const renew = async () => {
    if (performance.now() >= validUntil) await single('beat', beat)
  }
  await heartbeatsOf(db).deleteMany({ at: { $lt: new Date(Date.now() - OLD_MS) } })
  await beat()
  setFence(db.connection, {
    isOutdated: () => outdated,
    renew,
    check: () => {
      if (outdated) throw programOutdated()
      if (performance.now() >= validUntil) throw storeUnavailable()
    },
  })
  let last: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    last = single('beat', beat).catch(onError)
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await last
    setFence(db.connection, null)
    await heartbeatsOf(db).deleteOne({ _id })
  }
}

/**
 * Returns a check whether servers of an older layout are running. A server counts as gone when it gave no sign while
 * this check was repeated for `silentMs`, or has given none for minutes.
 */
export function watchOlderServers(db: Db, target: number, silentMs = SILENT_MS): () => Promise<number[]> {
  const seen = new Map<string, { beats: number; since: number }>()
  return async () => {
    const rows = (await heartbeatsOf(db)
      .find({ layout: { $lt: target } })
      .toArray()) as unknown as Heartbeat[]
    return rows
      .filter(({ _id, beats, at }) => {
        const known = seen.get(_id)
        if (known?.beats !== beats) seen.set(_id, { beats, since: performance.now() })
        const silent = performance.now() - seen.get(_id)!.since
        return silent < silentMs && Math.abs(Date.now() - at.getTime()) < OLD_MS
      })
      .map(({ layout }) => layout)
  }
}
