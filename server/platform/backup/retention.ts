import { chmod, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { chinaDate } from '@shared/common/period'
import { AppError } from '../errors'
import { readLabel } from './openBackup'
import type { Label } from './label'

const DAY_MS = 86_400_000

/** Returns the name of a backup, e.g. `mingbai-20261129T020638Z`; names sort by time. */
export const backupName = (now: Date): string =>
  `mingbai-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const BACKUP_NAME = /^mingbai-\d{8}T\d{6}Z$/

/** Returns the last calendar day of a retention of `days` days. */
export const keepUntilOf = (now: Date, days: number): string =>
  chinaDate(new Date(now.getTime() + days * DAY_MS))

interface Kept {
  folder: string
  label: Label
}

/** Lists the complete backups in a folder, the oldest first; skips everything else. */
async function backupsIn(place: string): Promise<Kept[]> {
  const names = (await readdir(place).catch(() => [])).filter(name => BACKUP_NAME.test(name)).sort()
  const found: Kept[] = []
  for (const name of names) {
    const folder = path.join(place, name)
    const label = await readLabel(folder).catch(() => null)
    if (label) found.push({ folder, label })
  }
  return found
}

async function remove(folder: string): Promise<void> {
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true })
}

/**
 * Deletes one backup.
 * @throws AppError `backup-kept` before the end of its retention
 */
export async function removeBackup(folder: string, now: Date): Promise<void> {
  const { keepUntil } = await readLabel(folder)
  if (chinaDate(now) <= keepUntil) {
    throw new AppError(409, 'backup-kept', [], `这份备份要保留到 ${keepUntil}，那天以前不能删：${folder}`)
  }
  await remove(folder)
}

/**
 * Deletes the backups whose retention has ended. The newest backup always stays, and nothing is deleted while the
 * clock is earlier than it: a wrong clock must not cost a backup.
 * @returns the deleted folders
 */
export async function pruneBackups(place: string, now: Date): Promise<string[]> {
  const all = await backupsIn(place)
  const newest = all.pop()
  if (!newest || Date.parse(newest.label.madeAt) > now.getTime()) return []
  const over = all.filter(({ label }) => chinaDate(now) > label.keepUntil)
  for (const { folder } of over) await remove(folder)
  return over.map(({ folder }) => folder)
}
