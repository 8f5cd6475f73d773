import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Checkpoint } from '@shared/schemas/ledger'
import { newestCheckpoint } from '../../services/ledger/checkpoints'
import { ledgerLines } from '../../services/ledger/exportLedger'
import { createSigner } from '../../services/ledger/signer'
import type { CommandModule } from '../command'
import { InputError, readArguments, UsageError } from '../command'
import { type Store, withStore } from '../withStore'

/** Writes the whole file or none of it. @throws InputError `unwritable` */
async function write(file: string, lines: AsyncIterable<string>): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    await pipeline(Readable.from(lines), createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new InputError('unwritable', `文件写不进去：${file}`)
  }
}

async function exportTo(file: string, { models, clock, config }: Store) {
  const checkpoint: Checkpoint | null = await newestCheckpoint({
    models,
    clock,
    signer: createSigner(config),
  })
  await write(file, ledgerLines(models, { openings: true }))
  return { entries: checkpoint?.size ?? 0, checkpoint }
}

/** `ledger export FILE` → `{ entries, checkpoint }`: the ledger with what opens it, signed as it stands, for `ledger verify`. */
export const exporting: CommandModule = {
  run: async args => {
    const [file, ...others] = readArguments(args, {}).positionals
    if (!file || others.length > 0) throw new UsageError('请给出一个文件')
    return withStore(store => exportTo(path.resolve(file), store))
  },
}
