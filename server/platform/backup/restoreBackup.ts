import type { Db } from '../store/db'
import { exportData } from '../transfer/exportData'
import { importData } from '../transfer/importData'
import type { Manifest } from '../transfer/manifest'
import { nowhere } from '../transfer/exportTargets'
import type { OpenedBackup } from './openBackup'
import { sha256Hex } from '@shared/common/hash'

/** A collection without rows: the export of an older program names some that this one does not. */
const EMPTY = { count: 0, sha256: sha256Hex('') }

export interface Restored {
  manifest: Manifest
  /** Collections whose rows, exported again, differ from the bytes of the backup. */
  different: string[]
}

/**
 * Restores an opened backup into an empty store and verifies it by reading back: counts and bytes of each collection
 * must match the backup.
 * @throws AppError `store-not-empty`, `export-damaged`; the store is then unchanged
 */
export async function restoreBackup(db: Db, { source }: OpenedBackup, now: Date): Promise<Restored> {
  const manifest = await importData(db, source)
  const { collections } = await exportData(db, nowhere, now)
  const different = Object.entries(manifest.collections)
    .filter(([name, { count, sha256 }]) => {
      const stored = collections[name] ?? EMPTY
      return stored.count !== count || stored.sha256 !== sha256
    })
    .map(([name]) => name)
  return { manifest, different }
}
