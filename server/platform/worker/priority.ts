import { readdirSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Of 0 to 19, the least right to the processor. */
const LOW_PRIORITY = 10

/** Gives this whole process, every thread that it has and will start, less right to the processor than others have. */
export function lowerPriority(): void {
  // On Linux a priority is a thread's own; those of the garbage collector are there before any line of ours runs.
  const threads = process.platform === 'linux' ? readdirSync('/proc/self/task') : ['0']
  for (const thread of threads) setPriority(Number(thread), LOW_PRIORITY)
}
