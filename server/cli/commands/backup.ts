import { MIGRATIONS } from '@server/migrations'
import path from 'node:path'
import { type Config, loadConfig } from '@server/platform/config'
import type { Label } from '@server/platform/backup/label'
import { makeBackup } from '@server/platform/backup/makeBackup'
import { openBackup } from '@server/platform/backup/openBackup'
import { BACKUP_KEEP_DAYS } from '@shared/facts/disclosure/removalRules'
import { backupName, keepUntilOf, pruneBackups } from '@server/platform/backup/retention'
import { newestCheckpoint } from '@server/disclosure/ledger/checkpoints'
import { createSigner } from '@server/platform/signer'
import { LASTING } from '@server/compose'
import { findRowLosses, lossLine } from '@server/platform/migrations/rowCounts'
import { noteBackup } from '@server/platform/migrations'
import { readManifest } from '@server/platform/transfer/importData'
import { reportOf } from '@server/platform/transfer/manifest'
import { type CommandModule, folderIn, InputError, readArguments, UsageError } from '../command'
import { type Store, withStore } from '../withStore'

const MOST_DAYS = 36_500

/**
 * Returns the backup key of the configuration.
 * @throws InputError `backup-key-missing`
 */
export function backupKeyOf({ backupKey }: Pick<Config, 'backupKey'>): Buffer {
  if (backupKey) return backupKey
  throw new InputError(
    'backup-key-missing',
    '没有备份密钥：请设置 BACKUP_KEY 或 BACKUP_KEY_FILE（生成：openssl rand -base64 32），并离开服务器另行保管。',
  )
}

/** Returns the printed fields of a backup's label. */
export const labelled = (folder: string, { madeAt, keepUntil, program, layout, parts }: Label) => ({
  folder,
  madeAt,
  keepUntil,
  program,
  layout,
  bytes: Object.values(parts).reduce((sum, { bytes }) => sum + bytes, 0),
})

/** Backs up the store into a new folder named by its moment; `lost`: collections that lost rows, which it says too. */
export async function backUp({ db, clock, config }: Store, place: string, keepDays = BACKUP_KEEP_DAYS) {
  const key = backupKeyOf(config)
  // Signs a checkpoint first, so that every exported entry of the ledger is covered by a signature.
  await newestCheckpoint({ db, clock, signer: createSigner(config) })
  const lost = await findRowLosses(db, LASTING)
  for (const loss of lost) console.error(lossLine(loss))
  const now = new Date()
  const folder = path.join(place, backupName(now))
  const label = await makeBackup(db, { key, folder, keepUntil: keepUntilOf(now, keepDays), now })
  await noteBackup(db, MIGRATIONS, now)
  return { ...labelled(folder, label), ...(lost.length > 0 && { lost }) }
}

function daysOf(text: string | undefined): number {
  const days = text === undefined ? BACKUP_KEEP_DAYS : Number(text)
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days
  throw new UsageError(`--keep-days 应为 1 到 ${MOST_DAYS} 的整数`)
}

/**
 * Runs `backup DIR [--keep-days 30]` → `{ folder, madeAt, keepUntil, bytes, … }`: makes a sealed backup in a folder
 * below DIR.
 */
export const making: CommandModule = {
  run: async args => {
    const options = { 'keep-days': { type: 'string' } } as const
    const { values, positionals } = readArguments(args, options)
    const place = folderIn(positionals)
    const days = daysOf(values['keep-days'])
    backupKeyOf(loadConfig())
    return withStore(store => backUp(store, place, days), { anyLayout: true, prepare: 'nothing' })
  },
}

/** Runs `backup check FOLDER` → `{ …, collections, sha256 }`: opens and verifies every part, without a store. */
export const checking: CommandModule = {
  run: async args => {
    const folder = folderIn(args)
    const { label, source } = await openBackup(folder, backupKeyOf(loadConfig()))
    return { ...labelled(folder, label), ...reportOf(await readManifest(source)) }
  },
}

/** Runs `backup prune DIR` → `{ removed }`: deletes backups whose retention has ended, never the newest. */
export const pruning: CommandModule = {
  run: async args => ({ removed: await pruneBackups(folderIn(args), new Date()) }),
}
