import type { Effort } from './counted'

/**
 * Times of the keystroke-level model (Card, Moran and Newell, 1980), in seconds: a key of an average typist, a pointing with its
 * press and the hand's way to the mouse, a look that decides.
 */
const SECONDS = { key: 0.28, tap: 1.1 + 0.2 + 0.4, decision: 1.35 } as const

/** Estimates how long an experienced person needs, in seconds. `decisions`: things that are looked at and judged. */
export const estimatedSeconds = ({ taps, keys }: Effort, decisions = 0): number =>
  taps * SECONDS.tap + keys * SECONDS.key + decisions * SECONDS.decision
