import { chmodSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Clears a folder with locked backups in it. */
export function clearBackups(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) chmodSync(path.join(folder, entry.name), 0o700)
  }
  rmSync(folder, { recursive: true, force: true })
}
