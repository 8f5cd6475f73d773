import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Milliseconds that the time of a file may be behind the clock that a page was checked by. */
const SLACK_MS = 50

/** Notifies the processes of one machine, without the store, of the organisations whose pages have changed. */
export interface MovedFiles {
  /** Notes that pages of these organisations change now. */
  note(orgCodes: Iterable<string>): void
  /** Returns whether a change was noted since a moment (ms). */
  since(orgCode: string, moment: number): boolean
}

/** Keeps one empty file for each organisation; the time of the file is that of the latest change. */
export function createMovedFiles(dataDir: string): MovedFiles {
  const folder = path.join(dataDir, 'moved-pages')
  const fileOf = (orgCode: string) => path.join(folder, encodeURIComponent(orgCode))
  return {
    note: orgCodes => {
      try {
        mkdirSync(folder, { recursive: true })
        for (const code of orgCodes) writeFileSync(fileOf(code), '')
      } catch {
        // Without a folder of their own the processes ask the store alone.
      }
    },
    since: (orgCode, moment) => {
      const found = statSync(fileOf(orgCode), { throwIfNoEntry: false })
      return found !== undefined && found.mtimeMs >= moment - SLACK_MS
    },
  }
}
