import type { ConnectOptions } from 'mongoose'

/** What the engine says while it starts; pino's logger fits. */
export interface EngineLog {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A running database and how to connect to it. */
export interface Database {
  /** Connection string without a database name in it; holds the password, never log it. */
  uri: string
  /** Database name, write concern and time limits: pass them to mongoose together with `uri`. */
  options: ConnectOptions & { dbName: string }
  kind: EngineKind
  /** The program that serves, or undefined when it is not ours. */
  engine(): { pid: number; port: number } | undefined
  /** Does it keep what it is given? A program of ours that does not is started anew; somebody else's is their affair. */
  mend(): Promise<boolean>
  /** Lets go of the database; the last user ends the program cleanly. */
  stop(): Promise<void>
}

/** No database can be had; the message is one Chinese sentence that says what to do. */
export class DatabaseUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseUnavailable'
  }
}

/** `external`: somebody else runs it (MONGODB_URI); the others are programs that we start. */
export type EngineKind = 'external' | 'mongod' | 'secantusd-rs' | 'secantusd-py'

export type LocalKind = Exclude<EngineKind, 'external'>
