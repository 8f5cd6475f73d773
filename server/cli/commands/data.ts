import { newestCheckpoint } from '@server/disclosure/ledger/checkpoints'
import { createSigner } from '@server/platform/signer'
import { exportData } from '@server/platform/transfer/exportData'
import { importData } from '@server/platform/transfer/importData'
import { reportOf, type TransferReport } from '@server/platform/transfer/manifest'
import { folderSource, folderTarget } from '@server/platform/transfer/exportTargets'
import { type CommandModule, folderIn } from '../command'
import { type Store, withStore } from '../withStore'

const command = (work: (store: Store, folder: string) => Promise<TransferReport>): CommandModule => ({
  run: async args => {
    const folder = folderIn(args)
    return withStore(store => work(store, folder), { anyLayout: true })
  },
})

/** Runs `data export DIR`: writes everything as JSON lines with a manifest of counts and hashes. */
export const exporting = command(async ({ db, clock, config }, folder) => {
  // Signs a checkpoint first, so that every exported entry of the ledger is covered by a signature.
  await newestCheckpoint({ db, clock, signer: createSigner(config) })
  return reportOf(await exportData(db, await folderTarget(folder), clock.now()))
})

/**
 * Runs `data import DIR`: imports into an empty store only, e.g. from the embedded database to a MongoDB replica set.
 */
export const importing = command(async ({ db }, folder) =>
  reportOf(await importData(db, folderSource(folder))),
)
