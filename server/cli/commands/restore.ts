import { loadConfig } from '@server/platform/config'
import { ensureIndexes } from '@server/platform/store/db'
import { type OpenedBackup, openBackup } from '@server/platform/backup/openBackup'
import { restoreBackup } from '@server/platform/backup/restoreBackup'
import { newestCheckpoint } from '@server/disclosure/ledger/checkpoints'
import { ledgerLines } from '@server/disclosure/ledger/queries/exportLedger'
import { createSigner } from '@server/platform/signer'
import { type CommandModule, folderIn, InputError } from '../command'
import { LedgerVerifier, type Verdict } from '../verifier/verifyLedger'
import { type Store, withScratchStore, withStore } from '../withStore'
import { backupKeyOf, labelled } from './backup'

/** Verifies a store's ledger with the independent verifier, line by line. */
async function verdictOn({ db, clock, config }: Store): Promise<Verdict> {
  await newestCheckpoint({ db, clock, signer: createSigner(config) })
  const verifier = new LedgerVerifier()
  for await (const line of ledgerLines(db, { openings: true })) verifier.raw(Buffer.from(line.trimEnd()))
  return verifier.verdict()
}

/**
 * Restores, then counts, compares and verifies.
 * @throws InputError `restore-unsound` with every difference
 */
async function restoreInto(store: Store, folder: string, backup: OpenedBackup, startedAt: number) {
  const { manifest, different } = await restoreBackup(store.db, backup, new Date())
  await ensureIndexes(store.db, { expiry: store.config.clock === undefined })
  const ledger = await verdictOn(store)
  const faults = [
    ...different.map(name => ({ code: 'different', field: name, message: `“${name}”和备份里的不一样。` })),
    ...ledger.faults.map(({ index, message }) => ({ code: 'ledger', row: index, message })),
  ]
  if (faults.length > 0) {
    const first = faults[0]!.message
    throw new InputError('restore-unsound', `恢复后核对不上，共 ${faults.length} 处：${first}`, faults)
  }
  const rows = Object.values(manifest.collections).reduce((sum, { count }) => sum + count, 0)
  return {
    ...labelled(folder, backup.label),
    rows,
    notices: manifest.collections.publications?.count ?? 0,
    sha256: manifest.sha256,
    ledger: { ok: ledger.ok, entries: ledger.entries },
    seconds: Math.round(performance.now() - startedAt) / 1000,
  }
}

const command = (run: (work: (store: Store) => Promise<unknown>) => Promise<unknown>): CommandModule => ({
  run: async args => {
    const startedAt = performance.now()
    const folder = folderIn(args)
    const backup = await openBackup(folder, backupKeyOf(loadConfig()))
    return run(store => restoreInto(store, folder, backup, startedAt))
  },
})

/** Runs `restore FOLDER` → `{ …, rows, ledger, seconds }`: restores into the empty configured store. */
export const restoring = command(work => withStore(work, { anyLayout: true, prepare: 'lasting' }))

/** Runs `backup drill FOLDER`: restores into a temporary store, which proves that it works and how long it takes. */
export const drilling = command(withScratchStore)
