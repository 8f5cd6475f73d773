/** The time as the server sees it; everything that needs `now` asks a clock that was passed to it. */
export interface Clock {
  now(): Date
}

/** A clock that runs; from `start` (ISO instant) when given, else the real time. */
export function createClock(start?: string): Clock {
  if (start === undefined) return { now: () => new Date() }
  const offset = Date.parse(start) - Date.now()
  return { now: () => new Date(Date.now() + offset) }
}

const SECOND_MS = 1_000

/** The clock's time as the `Date` header of HTTP has it, written out once a second. */
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
