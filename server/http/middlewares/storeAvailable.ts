import type { StoreAvailability } from '@server/platform/store/availability'
import type { AppMiddleware } from './context'

/** While the store is away everything that needs it is refused at once, in plain words; see `keptPages` for what does not. */
export const requireStore =
  (store: StoreAvailability): AppMiddleware =>
  (_ctx, next) =>
    store.orAway(next)
