import { appendFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Keeps what a server under test has logged, for the scan at the end of `npm test`; without a place for it, nothing. */
export function keepLog(lines: readonly string[]): void {
  const file = process.env.MINGBAI_LOGS
  if (file === undefined || lines.length === 0) return
  mkdirSync(path.dirname(file), { recursive: true })
  appendFileSync(file, lines.map(line => `${line.trimEnd()}\n`).join(''))
}
