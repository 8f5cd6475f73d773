import type { Connection } from 'mongoose'

/** Says whether this process may write; see platform/migrations/heartbeat. */
export interface Fence {
  /** Whether a newer program has changed the layout of the store, or is changing it. */
  isOutdated(): boolean
  /** Asks the store, if the last answer is too old to write on. */
  renew(): Promise<void>
  /** @throws AppError 503 `program-outdated`; 503 `store-away` if the last answer is too old to write on */
  check(): void
}

const fences = new WeakMap<Connection, Fence>()

/** Makes every write on a connection ask the fence first; null: no longer. */
export function setFence(connection: Connection, fence: Fence | null): void {
  if (fence) fences.set(connection, fence)
  else fences.delete(connection)
}

export const fenceOf = (connection: Connection): Fence | undefined => fences.get(connection)
