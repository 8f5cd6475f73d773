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
