import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Nice value, of 0 to 19 (lowest priority). */
export const LOW_PRIORITY = 10

/** Lowers the priority of this process, including all present and future threads. */
export function lowerPriority(): void {
  // On Linux each thread has its own priority; the garbage collector's threads start before any of our code.
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task') : ['0']
  for (const thread of threads) setPriority(Number(thread), LOW_PRIORITY)
}
