import type { Db } from '../store/db'
import { exportData } from '../transfer/exportData'
import { importData } from '../transfer/importData'
import type { Manifest } from '../transfer/manifest'
import { nowhere } from '../transfer/exportTargets'
import type { OpenedBackup } from './openBackup'

export interface Restored {
  manifest: Manifest
  /** Collections whose rows, exported anew, are not byte for byte what the backup holds. */
  different: string[]
}

/**
 * Puts an opened backup into an empty store and reads everything back: counts and bytes of each collection must be the backup's.
 * @throws AppError `store-not-empty`, `export-damaged`; the store is then as it was
 */
export async function restoreBackup(db: Db, { source }: OpenedBackup, now: Date): Promise<Restored> {
  const manifest = await importData(db, source)
  const { collections } = await exportData(db, nowhere, now)
  const different = Object.entries(manifest.collections)
    .filter(
      ([name, { count, sha256 }]) =>
        collections[name]?.count !== count || collections[name].sha256 !== sha256,
    )
    .map(([name]) => name)
  return { manifest, different }
}
