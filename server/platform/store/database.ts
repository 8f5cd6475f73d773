import type { ConnectOptions } from 'mongoose'

/** Logger of the engine's start; pino's logger fits. */
export interface EngineLog {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A running database and its connection options. */
export interface Database {
  /** Connection string without a database name; contains the password, never log it. */
  uri: string
  /** Database name, write concern and time limits; pass them to mongoose with `uri`. */
  options: ConnectOptions & { dbName: string }
  kind: EngineKind
  /** Returns the engine's process, or undefined for an external database. */
  engine(): { pid: number; port: number } | undefined
  /**
   * Verifies that the engine accepts writes and restarts an embedded one that does not; an external database is left
   * alone.
   */
  mend(): Promise<boolean>
  /** Releases the database; the last user shuts the engine down cleanly. */
  stop(): Promise<void>
}

/** Thrown when no database is available; the message is one Chinese sentence with the remedy. */
export class DatabaseUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseUnavailable'
  }
}

/** `external`: run by somebody else (MONGODB_URI); the others are embedded engines. */
export type EngineKind = 'external' | 'mongod' | 'secantusd-rs' | 'secantusd-py'

export type LocalKind = Exclude<EngineKind, 'external'>
