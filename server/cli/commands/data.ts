import path from 'node:path'
import { AppError } from '../../errors'
import { newestCheckpoint } from '../../services/ledger/checkpoints'
import { createSigner } from '../../services/ledger/signer'
import { exportData } from '../../services/transfer/exportData'
import { importData } from '../../services/transfer/importData'
import { reportOf, type TransferReport } from '../../services/transfer/manifest'
import type { CommandModule } from '../command'
import { InputError, readArguments, UsageError } from '../command'
import { type Store, withStore } from '../withStore'

function folderOf(args: string[]): string {
  const { positionals } = readArguments(args, {})
  const [folder, ...others] = positionals
  if (!folder || others.length > 0) throw new UsageError('请给出一个文件夹')
  return path.resolve(folder)
}

const command = (work: (store: Store, folder: string) => Promise<TransferReport>): CommandModule => ({
  run: async args => {
    const folder = folderOf(args)
    try {
      return await withStore(store => work(store, folder))
    } catch (error) {
      if (error instanceof AppError) throw new InputError(error.code, error.message, [...error.details])
      throw error
    }
  },
})

/** `data export DIR`: everything as JSON lines with a manifest of counts and hashes. */
export const exporting = command(async ({ models, clock, config }, folder) => {
  // Every entry of the ledger stands under a signature before it leaves.
  await newestCheckpoint({ models, clock, signer: createSigner(config) })
  return reportOf(await exportData(models, folder, clock.now()))
})

/** `data import DIR`: into an empty store only, e.g. from the embedded database to a MongoDB replica set. */
export const importing = command(async ({ models }, folder) => reportOf(await importData(models, folder)))
