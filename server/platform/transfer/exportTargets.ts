import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable, type Transform, pipeline as connect } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../errors'

/** Where the parts of an export go. A part's name is its collection's. */
export interface ExportTarget {
  part(name: string, pieces: AsyncIterable<Buffer>): Promise<void>
  /** The manifest, last: without it there is no export. */
  manifest(text: string): Promise<void>
  /** Takes away what has been written so far. */
  undo(): Promise<void>
}

/** Where an export is read from. */
export interface ExportSource {
  /** Null when there is none. */
  manifest(): Promise<string | null>
  /** Throws when the part cannot be read. */
  part(name: string): AsyncIterable<Buffer>
}

const MANIFEST = 'manifest.json'
const PRIVATE = { mode: 0o600 } as const

const placeOf = (folder: string) => path.join(folder, 'collections')
const fileOf = (folder: string, name: string) => path.join(placeOf(folder), `${name}.jsonl`)

/** Writes a file of pieces, readable for its owner alone. */
export const writePieces = (file: string, pieces: AsyncIterable<Buffer>): Promise<void> =>
  pipeline(Readable.from(pieces), createWriteStream(file, PRIVATE))

/** The pieces as they leave a transform; what goes wrong on the way is thrown to whoever reads. */
export const through = (pieces: AsyncIterable<Buffer>, transform: Transform): AsyncIterable<Buffer> =>
  connect(Readable.from(pieces), transform, () => undefined)

/** @throws AppError `export-folder-not-empty` */
export async function refuseUsed(folder: string): Promise<void> {
  const found = await readdir(folder).catch(() => [])
  if (found.length > 0) throw new AppError(400, 'export-folder-not-empty')
}

/** An empty or new folder: `collections/NAME.jsonl` and `manifest.json`. @throws AppError `export-folder-not-empty` */
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

/** Keeps nothing: for an export that is made for its manifest alone. */
export const nowhere: ExportTarget = {
  part: async (_name, pieces) => {
    for await (const _piece of pieces);
  },
  manifest: () => Promise.resolve(),
  undo: () => Promise.resolve(),
}
