import { execFileSync } from 'node:child_process'

/** Linux with `prlimit` (util-linux). */
export const canTakeRoom = (): boolean => {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' })
    return process.platform === 'linux'
  } catch {
    return false
  }
}

/**
 * What a full disk is to a program: every write into a file fails (EFBIG in place of ENOSPC), whichever user runs the test. Programs that
 * these start inherit it. The soft limit alone is moved, so that room can be given again.
 */
const limit = (pids: readonly number[], bytes: string): void => {
  for (const pid of pids) execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
}

export const takeRoom = (pids: readonly number[]): void => limit(pids, '0')
export const giveRoom = (pids: readonly number[]): void => limit(pids, 'unlimited')
