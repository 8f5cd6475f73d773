import { readFileSync } from 'node:fs'
import { reportFigure } from '../figures'
import { leaksIn } from './leaks'

/** Looks through what the servers of a test run have logged: `tsx scan.ts FILE`. Ends with 1 when something leaked. */
const MAX_SHOWN = 20

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('which file?')
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
const seen = new Map<string, string>()
for (const line of new Set(lines)) {
  for (const { kind, text } of leaksIn(line)) seen.set(`${kind}: ${text}`, line.slice(0, 400))
}
reportFigure(`R17 logs of the servers under test: ${lines.length} lines, ${seen.size} leaks`)
for (const [leak, line] of [...seen].slice(0, MAX_SHOWN)) process.stdout.write(`${leak}\n  ${line}\n`)
if (lines.length === 0 || seen.size > 0) process.exitCode = 1
