import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable, type Transform, pipeline as connect } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../errors'

/** Destination of an export. A part has the name of its collection. */
export interface ExportTarget {
  part(name: string, pieces: AsyncIterable<Buffer>): Promise<void>
  /** Writes the manifest, last: an export without one is invalid. */
  manifest(text: string): Promise<void>
  /** Removes the files written so far. */
  undo(): Promise<void>
}

/** Source of an import. */
export interface ExportSource {
  /** Returns the manifest; null if there is none. */
  manifest(): Promise<string | null>
  /**
   * Reads a part.
   * @throws when the part cannot be read
   */
  part(name: string): AsyncIterable<Buffer>
}

const MANIFEST = 'manifest.json'
const PRIVATE = { mode: 0o600 } as const

const placeOf = (folder: string) => path.join(folder, 'collections')
const fileOf = (folder: string, name: string) => path.join(placeOf(folder), `${name}.jsonl`)

/** Writes chunks to a file that only its owner can read. */
export const writePieces = (file: string, pieces: AsyncIterable<Buffer>): Promise<void> =>
  pipeline(Readable.from(pieces), createWriteStream(file, PRIVATE))

/** Pipes the chunks through a transform; errors on the way are thrown to the reader. */
export const through = (pieces: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> =>
  connect(Readable.from(pieces), transform, () => undefined)

/**
 * Refuses a folder that is not empty.
 * @throws AppError `export-folder-not-empty`
 */
export async function refuseUsed(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => [])
  if (found.length > 0) throw new AppError(400, 'export-folder-not-empty')
}

/**
 * Creates a target in an empty or new folder: `collections/NAME.jsonl` and `manifest.json`.
 * @throws AppError `export-folder-not-empty`
 */
export async function folderTarget(folder: string): Promise<ExportTarget> {
  await refuseUsed(folder)
  await mkdir(placeOf(folder), { recursive: true, mode: 0o700 })
  return {
    part: (name, pieces) => writePieces(fileOf(folder, name), pieces),
    manifest: text => writeFile(path.join(folder, MANIFEST), text, PRIVATE),
    undo: () => rm(placeOf(folder), { recursive: true, force: true }),
  }
}

export const folderSource = (folder: string): ExportSource => ({
  manifest: () => readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null),
  part: name => createReadStream(fileOf(folder, name)) as AsyncIterable<Buffer>,
})

/** Discards everything: for an export that only computes its manifest. */
export const nowhere: ExportTarget = {
  part: async (_name, pieces) => {
    for await (const _piece of pieces);
  },
  manifest: () => Promise.resolve(),
  undo: () => Promise.resolve(),
}
