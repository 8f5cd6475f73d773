import { useEffect } from 'react'
import { api } from '../api/client'
import { mayFetchAhead } from '../elements/platform'
import { keepPage, keptPage, noticeKey } from '../state/archive'
import { readStored, writeStored } from '../state/storage'

const WAIT_MS = 8_000
const BETWEEN_MS = 400
const COUNT = 50

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** Loads the missing ones of the village's last 50 notices, one by one, until `stop` returns true. */
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
 * Prefetches the village's last 50 notices for offline reading: some time after the first screen, on a good
 * connection, and only after a new publication.
 */
export function useFetchAhead(org: string | null, newestAt: string | null): void {
  useEffect(() => {
    if (!org || !newestAt || readStored(`ahead:${org}`) === newestAt) return
    let stopped = false
    const fetchAhead = async () => {
      try {
        if (!(await mayFetchAhead())) return
        if (await fetchMissing(org, () => stopped)) writeStored(`ahead:${org}`, newestAt)
      } catch {
        // Offline; retry on next visit.
      }
    }
    const timer = setTimeout(() => void fetchAhead(), WAIT_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [org, newestAt])
}
