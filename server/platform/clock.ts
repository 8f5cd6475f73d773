/** The server's time; code that needs `now` reads it from a clock passed as a parameter. */
export interface Clock {
  now(): Date
}

/** Creates a running clock; it starts from `start` (ISO instant) if given, else from the real time. */
export function createClock(start?: string): Clock {
  if (start === undefined) return { now: () => new Date() }
  const offset = Date.parse(start) - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}

const SECOND_MS = 1_000

/** Formats the clock's time as HTTP's `Date` header, once a second. */
export function httpDate(clock: Clock): () => string {
  let second = NaN
  let text = ''
  return () => {
    const now = clock.now()
    const at = Math.floor(now.getTime() / SECOND_MS)
    if (at !== second) [second, text] = [at, now.toUTCString()]
    return text
  }
}
