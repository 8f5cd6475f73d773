import { Zip, ZipDeflate } from 'fflate'

export interface ZippedFile {
  name: string
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

/** Writes a zip as a stream while its files are made; only the latest chunk is in memory. */
export async function* writeZip(files: readonly ZippedFile[], madeAt: Date): AsyncGenerator<Buffer> {
  let ready: Buffer[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(Buffer.from(chunk))
  })
  const drained = (): Buffer[] => {
    const chunks = ready
    ready = []
    return chunks
  }
  for (const { name, content } of files) {
    const file = new ZipDeflate(name)
    file.mtime = madeAt
    zip.add(file)
    for await (const piece of content) {
      file.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
      yield* drained()
    }
    file.push(new Uint8Array(0), true)
    yield* drained()
  }
  zip.end()
  yield* drained()
}
