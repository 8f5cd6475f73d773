import { MIGRATIONS } from '@server/migrations'
import path from 'node:path'
import { loadConfig } from '@server/platform/config'
import { SCHEMA_VERSION, migrate, migrationPlan } from '@server/platform/migrations'
import { readArguments, UsageError } from '../command'
import { type Store, withStore } from '../withStore'
import { backUp, backupKeyOf } from './backup'

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  backup: { type: 'string' },
  'no-backup': { type: 'boolean', default: false },
} as const

/** Returns the chosen way; exactly one is required, so that a migration without a backup is a deliberate choice. */
function wayOf(args: string[]): 'dry-run' | 'no-backup' | { place: string } {
  const { values, positionals } = readArguments(args, OPTIONS)
  const said = [values['dry-run'], values.backup !== undefined, values['no-backup']].filter(Boolean).length
  if (said !== 1 || positionals.length > 0) {
    throw new UsageError('请先看（--dry-run），再带着备份升级（--backup DIR），或确实不要备份（--no-backup）')
  }
  if (values['dry-run']) return 'dry-run'
  return values.backup === undefined ? 'no-backup' : { place: path.resolve(values.backup) }
}

/**
 * Runs `migrate` → `{ from, to, steps, backup }`: migrates the store to this program's schema version; `--dry-run`
 * only lists the pending steps.
 */
export async function run(args: string[]): Promise<unknown> {
  const way = wayOf(args)
  if (typeof way === 'object') backupKeyOf(loadConfig())
  return withStore(
    async (store: Store) => {
      const { layout: from, steps } = await migrationPlan(store.db, MIGRATIONS)
      const plan = { from, to: SCHEMA_VERSION, steps }
      if (way === 'dry-run' || steps.length === 0) return { ...plan, backup: null }
      const backup = typeof way === 'object' ? await backUp(store, way.place) : null
      await migrate(store.db, MIGRATIONS, line => console.error(line))
      return { ...plan, backup }
    },
    { anyLayout: true },
  )
}
