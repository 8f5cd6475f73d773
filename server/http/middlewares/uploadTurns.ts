import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AppError } from '@server/platform/errors'

/** Files that are in memory at the same time. */
const IN_MEMORY = 4
/** Files of one person that wait for the one that is received. */
const WAITING = 5

/** Opens a file for an upload and takes its name away at once: only this process can reach it. */
export async function openSpool(): Promise<FileHandle> {
  const name = path.join(tmpdir(), `mingbai-${randomUUID()}`)
  const file = await open(name, 'wx+', 0o600)
  await unlink(name)
  return file
}

/** The turns of uploads in one process. */
export interface UploadTurns {
  /**
   * Runs the work once the person's earlier uploads have ended.
   * @throws AppError 429 `uploads-waiting`
   */
  ofPerson<T>(person: string, work: () => Promise<T>): Promise<T>
  /** Runs the work with one of the few places for a file in memory; first come, first served. */
  inMemory<T>(work: () => Promise<T>): Promise<T>
}

export function createUploadTurns(): UploadTurns {
  const last = new Map<string, { ended: Promise<unknown>; count: number }>()
  const waiting: (() => void)[] = []
  let free = IN_MEMORY

  async function inMemory<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }

  async function ofPerson<T>(person: string, work: () => Promise<T>): Promise<T> {
    const before = last.get(person)
    if (before && before.count > WAITING) throw new AppError(429, 'uploads-waiting')
    const mine = (before?.ended ?? Promise.resolve()).then(work)
    const ended = mine.catch(() => undefined)
    const turn = { ended, count: (before?.count ?? 0) + 1 }
    last.set(person, turn)
    try {
      return await mine
    } finally {
      const now = last.get(person)!
      if (now.ended === ended) last.delete(person)
      else now.count -= 1
    }
  }

  return { ofPerson, inMemory }
}
