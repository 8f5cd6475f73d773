import { AppError } from '../errors'
import { VERSION } from '../version'
import type { Db } from '../store/db'
import { SCHEMA_VERSION } from './schemaVersion'
import * as migrating from './migrate'
import { MIGRATIONS } from '@server/migrations'

export { SCHEMA_VERSION } from './schemaVersion'

const DAY_MS = 86_400_000

/** Milliseconds after which a backup no longer counts as made before the migration. */
const RECENT_MS = DAY_MS

/** Returns the store's schema version, the moment of its newest backup, and the pending steps. */
export const migrationPlan = (db: Db) => migrating.migrationPlan(db, MIGRATIONS)

export const migrate = (db: Db, say: (line: string) => void): Promise<void> =>
  migrating.migrateStore({ db, migrations: MIGRATIONS, program: VERSION, say })

export const noteBackup = (db: Db, at: Date): Promise<void> => migrating.noteBackup(db, MIGRATIONS, at)

/**
 * Migrates the store to this program's schema version. In production a store in use is only migrated when a backup of
 * the last day exists.
 * @throws AppError `migration-unbacked`, `store-newer`
 */
export async function migrateAtStart(
  db: Db,
  backupFirst: boolean,
  say: (line: string) => void,
): Promise<void> {
  if (backupFirst) {
    const { layout, backedUpAt, steps } = await migrationPlan(db)
    const backed = backedUpAt !== null && Date.now() - backedUpAt.getTime() < RECENT_MS
    if (steps.length > 0 && !backed) {
      const why =
        `库的版式是 ${layout}，本程序要 ${SCHEMA_VERSION}，先升级数据才能启动。升级前请先做备份：cli backup DIR，再启动；` +
        '确实不要备份：cli migrate --no-backup'
      throw new AppError(409, 'migration-unbacked', [], why)
    }
  }
  await migrate(db, say)
}
