import { LONG } from '../figures'

const SEVERAL = ['2026-01-01T00:30:00Z', '2027-03-31T15:59:00Z']

/** Moments at which the demonstration is looked at: the day of the tests and a leap day, in a long run others too. */
export const CLOCKS: readonly string[] = [
  '2026-11-20T02:00:00Z',
  '2028-02-29T04:00:00Z',
  ...(LONG ? SEVERAL : []),
]
