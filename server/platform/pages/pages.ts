import { chinaDate } from '@shared/common/period'
import { VERSION } from '../config/version'
import type { Services } from '../services'
import { type Page, type PageText, createPageCache, pageOf } from './pageCache'
import { createVersionReader } from './readVersions'

const MEGABYTE = 1_000_000
const DAY_MS = 86_400_000

/** A page found at an address: current (`since: null`), or stale while the store is unavailable. */
export type Found = { page: Page; since: null } | { page: Page; since: Date }

/** The state of an organisation's pages at this moment. */
interface Standing {
  orgCode: string
  stamp: string
  etag: string
  until: number
}

/** The cache of public pages. Entries do not expire by age, except at the end of a day in China. */
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

/** Returns the end of a day in China (ms), when publicity periods end and quarters begin. */
const endOfDay = (today: string): number => Date.parse(`${today}T00:00:00+08:00`) + DAY_MS

export function createPages({ config, db, clock, store }: Needs): Pages {
  const cache = createPageCache(config.pagesMegabytes * MEGABYTE)
  const stampOf = createVersionReader(db)
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
      const asOfOld = (): Found => ({ page, since: new Date(page.seenAt) })
      if (store.isAway()) return Promise.resolve(asOfOld())
      const asked = clock.now().getTime()
      return stampOf(page.orgCode).then(stamp => {
        if (stamp !== page.stamp || asked >= page.until) return undefined
        page.seenAt = asked
        return { page, since: null }
      }, asOfOld)
    },
    make: (address, standing, body) => {
      const key = `${standing.etag} ${address}`
      const kept = cache.get(address)
      if (kept?.etag === standing.etag) return Promise.resolve(kept)
      const rival = making.get(key)
      if (rival) return rival
      const seenAt = clock.now().getTime()
      const made = body()
        .then(made => pageOf({ ...standing, seenAt }, made))
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
