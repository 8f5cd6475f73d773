import type { ClientError, ClientErrorKind } from '@shared/contract/people/clientError'
import { scrubFault } from '@shared/common/scrub'
import type { Clock } from '../clock'
import type { Logger } from 'pino'

/** Faults that are taken in one minute from everybody together. */
const PER_MINUTE = 300
/** Log lines of one kind of fault in an hour, and kinds that are distinguished. */
const LINES_AN_HOUR = 5
const MOST_KINDS = 200
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

export interface ClientErrors {
  /** Counts a fault and logs the first ones of its kind; false above the limit. */
  take(fault: ClientError): boolean
  /** Returns the number of faults since the start, by kind. */
  counts(): Readonly<Record<ClientErrorKind, number>>
}

/** Creates the counter of faults on phones and in browsers; it keeps a bounded number of kinds and no personal data. */
export function createClientErrors(clock: Pick<Clock, 'now'>, log: Pick<Logger, 'warn'>): ClientErrors {
  const counts = { script: 0, rejection: 0, render: 0, page: 0 }
  let minute = { from: 0, taken: 0 }
  let hour = { from: 0, lines: new Map<string, number>() }

  function isOverLimit(now: number): boolean {
    if (now - minute.from >= MINUTE_MS) minute = { from: now, taken: 0 }
    minute.taken += 1
    return minute.taken > PER_MINUTE
  }

  function mayLog(now: number, key: string): boolean {
    if (now - hour.from >= HOUR_MS) hour = { from: now, lines: new Map() }
    const lines = (hour.lines.get(key) ?? 0) + 1
    if (lines > LINES_AN_HOUR || (lines === 1 && hour.lines.size >= MOST_KINDS)) return false
    hour.lines.set(key, lines)
    return true
  }

  return {
    take: ({ kind, platform, message, page }) => {
      const now = clock.now().getTime()
      if (isOverLimit(now)) return false
      counts[kind] += 1
      const shown = { kind, platform, fault: scrubFault(message), page: scrubFault(page) }
      if (mayLog(now, Object.values(shown).join('\n'))) log.warn(shown, 'fault on a phone or in a browser')
      return true
    },
    counts: () => ({ ...counts }),
  }
}
