import { statfs } from 'node:fs/promises'
import { AppError } from '../errors'
import { errorText } from '@shared/texts/errors'

const EVERY_MS = 1_000
const MEGABYTE = 1024 ** 2
const RETRY_SECONDS = '60'

/** Creates a 503: nothing was written, and a write could fail in the middle. */
const nearlyFull = () =>
  new AppError(503, 'disk-nearly-full', [], errorText('disk-nearly-full'), { 'Retry-After': RETRY_SECONDS })

/** Part of the reserve below which nothing is written any more, log entries and logins neither. */
const LAST_PART = 4

/** The free space of the disk on which the embedded database writes. */
export interface FreeDisk {
  /** Returns the free bytes; null: not known, the database is elsewhere. */
  bytes(): number | null
  /**
   * Refuses a write while less than the reserve is free; `small`: of a login or a log entry, less than a quarter of it.
   * @throws AppError 503 `disk-nearly-full`
   */
  requireRoom(size?: 'small'): void
  stop(): void
}

type FreeBytes = (folder: string) => Promise<number>

const freeBytesOf: FreeBytes = async folder => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Watches the free space every second, so that writes end before the engine fails: on a full disk it may lose a write
 * that it has acknowledged. `folder`: null for a database elsewhere, which watches its own disk.
 */
export async function watchFreeDisk(
  folder: string | null,
  reserveMegabytes: number,
  freeBytes: FreeBytes = freeBytesOf,
): Promise<FreeDisk> {
  let free: number | null = null
  const reserve = reserveMegabytes * MEGABYTE

  async function look(): Promise<void> {
    if (folder !== null) free = await freeBytes(folder).catch(() => free)
  }
  await look()
  const timer = setInterval(() => void look(), EVERY_MS).unref()

  return {
    bytes: () => free,
    requireRoom: size => {
      if (free !== null && free < (size === 'small' ? reserve / LAST_PART : reserve)) throw nearlyFull()
    },
    stop: () => clearInterval(timer),
  }
}
