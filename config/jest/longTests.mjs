import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { inRoot } from '../setup/lib.mjs'

const SHARES = 3
const DAY_MS = 86_400_000

/** Test files that take long on their own, each with its seconds on 2 cores. */
const SECONDS = JSON.parse(readFileSync(inRoot('config', 'jest', 'longTests.json'), 'utf8'))

/** The long files of a layer, e.g. those below `test/e2e`, longest first. */
const longBelow = folders =>
  Object.keys(SECONDS)
    .filter(file => folders.some(folder => file.startsWith(`${folder}/`)))
    .sort((one, other) => SECONDS[other] - SECONDS[one])

/** The output's lines, none where git cannot say. */
function git(...args) {
  try {
    const output = execFileSync('git', args, {
      cwd: inRoot(),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output.split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** Files that differ from where this branch left main, committed or not. */
function changedFiles() {
  const [base] = [...git('merge-base', 'HEAD', 'main'), ...git('merge-base', 'HEAD', 'origin/main')]
  if (!base) return new Set()
  return new Set([...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')])
}

/**
 * Returns the long test files below the folders that today's `npm test` leaves to the next days, and how many long ones there are.
 * Every third of them has its day; SAMPLE_TURN names another day, and a file that differs from main is never left out.
 */
export function leftForLater(folders) {
  const long = longBelow(folders)
  const turn = Number(process.env.SAMPLE_TURN ?? Math.floor(Date.now() / DAY_MS)) % SHARES
  const changed = changedFiles()
  return { long: long.length, left: long.filter((file, at) => at % SHARES !== turn && !changed.has(file)) }
}
