import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { VERSION } from '../config/version'
import type { Db } from '../store/db'
import { SCHEMA_VERSION } from '../migrations/schemaVersion'
import { exportData } from '../transfer/exportData'
import { type ExportTarget, refuseUsed, through, writePieces } from '../transfer/exportTargets'
import { FORMAT, fileNameOf, LABEL, type Label, type SealedFile, signed } from './label'
import { keyMark, seal } from './seal'

const FAST = { level: 3 } as const
const READ_ONLY = { file: 0o400, folder: 0o500 } as const

export interface BackupOrder {
  key: Buffer
  /** Path of a new folder. */
  folder: string
  /** Calendar day until which the backup must not be deleted. */
  keepUntil: string
  now: Date
}

async function* counted(pieces: AsyncIterable<Buffer>, tell: (file: SealedFile) => void) {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces) {
    hash.update(piece)
    bytes += piece.length
    yield piece
  }
  tell({ bytes, sha256: hash.digest('hex') })
}

/** Creates an export target that compresses and seals each part and flushes it to disk. */
function sealedTarget(folder: string, key: Buffer, salt: Buffer, parts: Label['parts']): ExportTarget {
  const write = (name: string, pieces: AsyncIterable<Buffer>) => {
    const packed = through(pieces, createGzip(FAST))
    const sealed = counted(seal(key, salt, name, packed), file => (parts[name] = file))
    return writePieces(path.join(folder, fileNameOf(name)), sealed)
  }
  return {
    part: write,
    manifest: text => write('manifest', Readable.from([Buffer.from(text)])),
    undo: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Makes the backup read-only against accidents; its owner can still undo that. */
async function lock(folder: string, parts: readonly string[]): Promise<void> {
  const files = [LABEL, ...parts.map(fileNameOf)]
  await Promise.all(files.map(file => chmod(path.join(folder, file), READ_ONLY.file)))
  await chmod(folder, READ_ONLY.folder)
}

/**
 * Backs up the whole store as of one moment into a new folder: sealed parts and their label. The folder's name ends
 * in `.unfinished` until the backup is complete, so an interrupted one is never used.
 * @throws AppError `export-folder-not-empty`
 */
export async function makeBackup(db: Db, { key, folder, keepUntil, now }: BackupOrder): Promise<Label> {
  const unfinished = `${folder}.unfinished`
  await refuseUsed(folder)
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const salt = randomBytes(16)
  const parts: Label['parts'] = {}
  await exportData(db, sealedTarget(unfinished, key, salt, parts), now)
  const label = signed(key, {
    format: FORMAT,
    program: VERSION,
    layout: SCHEMA_VERSION,
    madeAt: now.toISOString(),
    keepUntil,
    salt: salt.toString('hex'),
    keyMark: keyMark(key, salt),
    parts,
  })
  await writeFile(path.join(unfinished, LABEL), `${JSON.stringify(label, null, 2)}\n`, { mode: 0o600 })
  await rename(unfinished, folder)
  await lock(folder, Object.keys(parts))
  return label
}
