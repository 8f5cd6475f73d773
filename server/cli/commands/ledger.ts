import path from 'node:path'
import type { Checkpoint } from '@shared/contract/disclosure/ledger'
import { newestCheckpoint } from '@server/disclosure/ledger/checkpoints'
import { ledgerLines } from '@server/disclosure/ledger/queries/exportLedger'
import { createSigner } from '@server/platform/signer'
import { type CommandModule, readArguments, UsageError } from '../command'
import { writeWhole } from '../io'
import { type Store, withStore } from '../withStore'

async function exportTo(file: string, { db, clock, config }: Store) {
  const checkpoint: Checkpoint | null = await newestCheckpoint({
    db,
    clock,
    signer: createSigner(config),
  })
  await writeWhole(file, ledgerLines(db, { openings: true }))
  return { entries: checkpoint?.size ?? 0, checkpoint }
}

/**
 * Runs `ledger export FILE` → `{ entries, checkpoint }`: writes the ledger with its openings and a current signature,
 * for `ledger verify`.
 */
export const exporting: CommandModule = {
  run: async args => {
    const [file, ...others] = readArguments(args, {}).positionals
    if (!file || others.length > 0) throw new UsageError('请给出一个文件')
    return withStore(store => exportTo(path.resolve(file), store))
  },
}
