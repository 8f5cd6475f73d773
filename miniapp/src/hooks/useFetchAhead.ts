import { useEffect } from 'react'
import { api } from '../api/client'
import { mayFetchAhead } from '../elements/platform'
import { keepPage, keptPage, noticeKey } from '../state/archive'
import { readStored, writeStored } from '../state/storage'

const WAIT_MS = 8_000
const BETWEEN_MS = 400
const COUNT = 50

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Fetches what is missing of the village's last 50 notices, one by one, until `stop` says so. */
async function fetchMissing(org: string, stop: () => boolean): Promise<boolean> {
  const feed = await api('GET /orgs/:code/notices', { params: { code: org }, query: { limit: COUNT } })
  const missing = feed.items.filter(item => !keptPage(noticeKey(item.id)))
  for (const { id } of missing) {
    if (stop()) return false
    keepPage(noticeKey(id), await api('GET /notices/:id', { params: { id } }))
    await pause(BETWEEN_MS)
  }
  return true
}

/**
 * Makes the village's last 50 notices readable without a network: after the first screen has long been read,
 * on a good line, and only when something new was published since the last time.
 */
export function useFetchAhead(org: string | null, newestAt: string | null): void {
  useEffect(() => {
    if (!org || !newestAt || readStored(`ahead:${org}`) === newestAt) return
    let stopped = false
    const timer = setTimeout(async () => {
      try {
        if (!(await mayFetchAhead())) return
        if (await fetchMissing(org, () => stopped)) writeStored(`ahead:${org}`, newestAt)
      } catch {
        // The line is gone: the next visit tries again.
      }
    }, WAIT_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [org, newestAt])
}
