import type { StoreAvailability } from '@server/platform/store/availability'
import type { AppMiddleware } from './context'

/** Refuses requests that need the store at once while it is unavailable. */
export const requireStore =
  (store: StoreAvailability): AppMiddleware =>
  (_ctx, next) =>
    store.orAway(next)
