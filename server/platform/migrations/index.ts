import { AppError } from '../errors'
import { VERSION } from '../config/version'
import type { Db } from '../store/db'
import { SCHEMA_VERSION } from './schemaVersion'
import { migrateStore, migrationPlan } from './migrate'
import type { Migration } from './types'

export { migrationPlan, noteBackup } from './migrate'
export { SCHEMA_VERSION } from './schemaVersion'

const DAY_MS = 86_400_000

/** Milliseconds after which a backup no longer counts as made before the migration. */
const RECENT_MS = DAY_MS

/** Migrates the store to this program's schema version. */
export const migrate = (
  db: Db,
  migrations: readonly Migration[],
  say: (line: string) => void,
): Promise<void> => migrateStore({ db, migrations, program: VERSION, say })

/**
 * Migrates the store to this program's schema version. In production a store in use is only migrated when a backup of
 * the last day exists.
 * @throws AppError `migration-unbacked`, `store-newer`
 */
export async function migrateAtStart(
  db: Db,
  migrations: readonly Migration[],
  { backupFirst, say }: { backupFirst: boolean; say: (line: string) => void },
): Promise<void> {
  if (backupFirst) {
    const { layout, backedUpAt, steps } = await migrationPlan(db, migrations)
    const backed = backedUpAt !== null && Date.now() - backedUpAt.getTime() < RECENT_MS
    if (steps.length > 0 && !backed) {
      const why =
        `库的版式是 ${layout}，本程序要 ${SCHEMA_VERSION}，先升级数据才能启动。升级前请先做备份：cli backup DIR，再启动；` +
        '确实不要备份：cli migrate --no-backup'
      throw new AppError(409, 'migration-unbacked', [], why)
    }
  }
  await migrate(db, migrations, say)
}
