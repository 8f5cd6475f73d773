import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const MEGABYTE = 1024 ** 2

/** A disk of its own, of a size that a test can fill. */
export interface SmallDisk {
  folder: string
  freeBytes(): number
  /** Has another program's file take all but so many bytes. */
  leave(bytes: number): void
  /** Has another program write until the disk takes no byte more. */
  fill(): void
  /** Removes that file. */
  empty(): void
  remove(): void
}

const onMount = (args: readonly string[]) => execFileSync('mount', args, { stdio: 'ignore' })

/** Linux, as somebody who may mount. */
export const canMount = (): boolean => {
  try {
    const place = mkdtempSync(path.join(tmpdir(), 'mingbai-mount-'))
    onMount(['-t', 'tmpfs', '-o', 'size=1m', 'none', place])
    execFileSync('umount', [place])
    rmSync(place, { recursive: true })
    return true
  } catch {
    return false
  }
}

/** Mounts a disk in memory that holds so many megabytes and no more: its last write fails with ENOSPC, as a disk's. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingbai-small-disk-'))
  onMount(['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder])
  const filler = path.join(folder, 'another-program')
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  const empty = () => rmSync(filler, { force: true })
  return {
    folder,
    freeBytes,
    leave: bytes => {
      empty()
      const taken = freeBytes() - bytes
      if (taken <= 0) throw new Error(`only ${Math.round(freeBytes() / MEGABYTE)} MB are free`)
      execFileSync('fallocate', ['-l', String(taken), filler])
    },
    fill: () => {
      const { status } = spawnSync('sh', ['-c', 'cat /dev/zero >> "$0"', filler], { stdio: 'ignore' })
      if (status === 0) throw new Error('the disk was not full')
    },
    empty,
    remove: () => {
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
