import type { IncomingMessage } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { addressHash } from '@server/platform/access/addressHash'
import type { Config } from '@server/platform/config'
import type { RateLimits } from './rateLimit'

/** Fields of the access-log line. */
interface Request {
  requestId: string
  method: string
  /** Pattern of the route; of a file, of a kept page and of what no route answers the path without its query. */
  path: string
  /** Hash of the address that asked. */
  from: string
  /** `performance.now()` at arrival. */
  started: number
}

/** The access log 访问日志: one line for each request, without its query, its sender by a keyed hash of the network address. */
export interface AccessLog {
  /** Returns the hash of the sender's address; the same one for as long as the secret is the same. */
  fromOf(request: IncomingMessage): string
  /** Writes the line once the request is answered. */
  write(asked: Request, status: number): void
}

const REMEMBERED = 10_000

/** Creates the access log: lines of level `info` in production, of level `debug` where a person reads the terminal. */
export function createAccessLog(
  log: Logger,
  { nodeEnv, jwtSecret }: Pick<Config, 'nodeEnv' | 'jwtSecret'>,
  { callerOf }: Pick<RateLimits, 'callerOf'>,
): AccessLog {
  const level = nodeEnv === 'production' ? 'info' : 'debug'
  const hashes = new LRUCache<string, string>({ max: REMEMBERED })
  return {
    fromOf: request => {
      const address = callerOf(request)
      const known = hashes.get(address) ?? addressHash(jwtSecret, address)
      hashes.set(address, known)
      return known
    },
    write: ({ started, ...asked }, status) => {
      if (!log.isLevelEnabled(level)) return
      log[level]({ ...asked, status, ms: Math.round(performance.now() - started) }, 'request')
    },
  }
}
