import type { StoreAvailability } from '@server/platform/store/availability'
import type { AppMiddleware } from './context'

/** Refuses requests immediately, while the store that they need is unavailable. */
export const requireStore =
  (store: StoreAvailability): AppMiddleware =>
  (_ctx, next) =>
    store.orAway(next)
