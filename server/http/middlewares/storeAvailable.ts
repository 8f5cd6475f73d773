import type { StoreWatch } from '@server/platform/store/availability'
import type { AppMiddleware } from './context'

/** While the store is away everything that needs it is refused at once, in plain words; see `keptPages` for what does not. */
export const storeGate =
  (store: StoreWatch): AppMiddleware =>
  (_ctx, next) =>
    store.orAway(next)
