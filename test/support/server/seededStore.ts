import { createHash, randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { type Secret, enginePaths } from '../../../server/demo/engine/state'

const KEPT = path.resolve(__dirname, '../../../.cache/seeded')

/** Moves the made store to its name, unless another test file was quicker; stores of earlier builds go. */
function keep(made: string, kept: string): void {
  try {
    renameSync(made, kept)
  } catch {
    rmSync(made, { recursive: true, force: true })
  }
  const others = readdirSync(KEPT).filter(name => /^\w{64}$/.test(name) && name !== path.basename(kept))
  for (const name of others) rmSync(path.join(KEPT, name), { recursive: true, force: true })
}

/** The engine's user was made in this store, wherever it is now. */
function tellNewPlace(dataDir: string): void {
  const { secret: file, folder } = enginePaths(dataDir)
  if (!existsSync(file)) return
  const secret = JSON.parse(readFileSync(file, 'utf8')) as Secret
  const knownTo = secret.knownTo.map(store => path.join(folder, path.basename(store)))
  writeFileSync(file, JSON.stringify({ ...secret, knownTo }), { mode: 0o600 })
}

/** Fills a data folder with a copy of another, whose server and database are stopped. */
export function copyStore(kept: string, dataDir: string): void {
  cpSync(kept, dataDir, { recursive: true })
  tellNewPlace(dataDir)
}

/**
 * Fills a data folder with the demonstration seed as `bundle` makes it. The first test file of a build lets the server seed an empty
 * folder by `seed` (start and stop); the others get a copy of that, which saves each of them the ten seconds.
 */
export async function copySeededStore(
  bundle: string,
  dataDir: string,
  seed: (dataDir: string) => Promise<void>,
): Promise<void> {
  const kept = path.join(KEPT, createHash('sha256').update(readFileSync(bundle)).digest('hex'))
  if (!existsSync(kept)) {
    const made = path.join(KEPT, `making-${process.pid}-${randomBytes(4).toString('hex')}`)
    mkdirSync(made, { recursive: true, mode: 0o700 })
    await seed(made)
    keep(made, kept)
  }
  copyStore(kept, dataDir)
}
