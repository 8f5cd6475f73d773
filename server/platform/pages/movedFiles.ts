import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Milliseconds that the time of a file may be behind the clock that a page was checked by. */
const SLACK_MS = 50

/** Notifies the processes of one machine, without the store, of the organisations whose pages have changed. */
export interface MovedFiles {
  /** Notes that pages of these organisations change now. */
  note(orgCodes: Iterable<string>): void
  /** Returns whether another process noted a change since a moment (ms); its own ones a process knows. */
  since(orgCode: string, moment: number): boolean
}

/** Keeps one file for each organisation: its time is that of the latest change, its text says whose it was. */
export function createMovedFiles(dataDir: string): MovedFiles {
  const folder = path.join(dataDir, 'moved-pages')
  const own = randomUUID()
  const fileOf = (orgCode: string) => path.join(folder, encodeURIComponent(orgCode))
  return {
    note: orgCodes => {
      try {
        mkdirSync(folder, { recursive: true })
        for (const code of orgCodes) writeFileSync(fileOf(code), own)
      } catch {
        // Without a folder of their own the processes ask the store alone.
      }
    },
    since: (orgCode, moment) => {
      const found = statSync(fileOf(orgCode), { throwIfNoEntry: false })
      if (found === undefined || found.mtimeMs < moment - SLACK_MS) return false
      return readFileSync(fileOf(orgCode), 'utf8') !== own
    },
  }
}
