import { chinaDate } from '@shared/common/period'
import { VERSION } from '../config/version'
import type { Services } from '../services'
import { type Page, type PageText, createPageCache, pageOf } from './pageCache'
import { onPagesMoved } from './invalidate'
import { createMovedFiles } from './movedFiles'
import { createVersionReader, type ReadVersion } from './readVersions'

const MEGABYTE = 1_000_000
const DAY_MS = 86_400_000

/** Milliseconds between two looks for changes that other processes have made. */
const LOOK_EVERY_MS = 1_000

/** A page found at an address: current (`since: null`), or stale while the store is unavailable. */
export type Found = { page: Page; since: null } | { page: Page; since: Date }

/** The state of an organisation's pages at this moment. */
interface Standing {
  orgCode: string
  stamp: string
  etag: string
  until: number
}

/**
 * The cache of public pages. Entries do not expire by age, except at the end of a day in China. What was withdrawn or
 * erased is not served while the store is unavailable: a page goes out only under the last version known of its
 * organisation, and every change in this process, on this machine or seen in the store makes the version unknown.
 */
export interface Pages {
  /** Returns the cached page of the address, valid or not. */
  keptAt(address: string): Page | undefined
  /** Decides how a cached page is served; undefined: it must be rebuilt. */
  judge(page: Page): Promise<Found | undefined>
  standingOf(orgCode: string): Promise<Standing>
  /** Builds a page once, for all simultaneous requests. */
  make(address: string, standing: Standing, body: () => Promise<PageText>): Promise<Page>
}

type Needs = Pick<Services, 'config' | 'db' | 'clock' | 'store'>

/** The last version known of each organisation; null: changed since. */
function createKnownVersions(read: ReadVersion) {
  const known = new Map<string, string | null>()
  const changes = new Map<string, number>()
  return {
    forget: (orgCodes: readonly string[]) => {
      for (const code of orgCodes) {
        known.set(code, null)
        changes.set(code, (changes.get(code) ?? 0) + 1)
      }
    },
    /** Reads a version; an answer from before a change is not remembered. */
    read: async (orgCode: string): Promise<string> => {
      const before = changes.get(orgCode)
      const stamp = await read(orgCode)
      if (changes.get(orgCode) === before) known.set(orgCode, stamp)
      return stamp
    },
    isLast: (orgCode: string, stamp: string): boolean => known.get(orgCode) === stamp,
  }
}

/** Returns the end of a day in China (ms), when publicity periods end and quarters begin. */
const endOfDay = (today: string): number => Date.parse(`${today}T00:00:00+08:00`) + DAY_MS

export function createPages({ config, db, clock, store }: Needs): Pages {
  const cache = createPageCache(config.pagesMegabytes * MEGABYTE)
  const versions = createKnownVersions(createVersionReader(db))
  const stampOf = versions.read
  const movedFiles = createMovedFiles(config.dataDir)
  onPagesMoved(db.connection, codes => {
    movedFiles.note(codes)
    versions.forget(codes)
  })

  /** Evicts what other processes have changed. */
  async function look(): Promise<void> {
    if (store.isAway()) return
    const codes = new Set([...cache.values()].map(({ orgCode }) => orgCode))
    await Promise.all([...codes].map(stampOf))
    for (const [address, { orgCode, stamp }] of cache.entries()) {
      if (!versions.isLast(orgCode, stamp)) cache.delete(address)
    }
  }
  setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS).unref()

  const making = new Map<string, Promise<Page>>()

  async function cacheStateOf(orgCode: string): Promise<Standing> {
    const stamp = await stampOf(orgCode)
    const today = chinaDate(clock.now())
    return { orgCode, stamp, etag: `W/"${VERSION}-${stamp}-${today}"`, until: endOfDay(today) }
  }

  return {
    standingOf: cacheStateOf,
    keptAt: address => cache.get(address),
    judge: page => {
      const { orgCode, stamp: made, checkedAt } = page
      const asOfOld = (): Found | undefined =>
        versions.isLast(orgCode, made) && !movedFiles.since(orgCode, checkedAt)
          ? { page, since: new Date(page.seenAt) }
          : undefined
      if (store.isAway()) return Promise.resolve(asOfOld())
      const asked = clock.now().getTime()
      const askedAt = Date.now()
      return stampOf(page.orgCode).then(stamp => {
        if (stamp !== page.stamp || asked >= page.until) return undefined
        page.seenAt = asked
        page.checkedAt = askedAt
        return { page, since: null }
      }, asOfOld)
    },
    make: (address, standing, body) => {
      const key = `${standing.etag} ${address}`
      const kept = cache.get(address)
      if (kept?.etag === standing.etag) return Promise.resolve(kept)
      const rival = making.get(key)
      if (rival) return rival
      const [seenAt, checkedAt] = [clock.now().getTime(), Date.now()]
      const made = body()
        .then(made => pageOf({ ...standing, seenAt, checkedAt }, made))
        .then(page => {
          cache.set(address, page)
          return page
        })
        .finally(() => making.delete(key))
      making.set(key, made)
      return made
    },
  }
}
