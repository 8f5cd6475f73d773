import type { ReadPicture } from '@server/documents/privacy/context'
import { loadPictureReader, type ReadPixels } from './reader'

/** The child process that reads pictures: one at a time, killed by its parent when it takes too long. */
export interface PictureRequest {
  id: number
  bytes: Buffer
}

export type PictureResponse = { id: number; page: ReadPicture } | { id: number; failed: string }

let reader: Promise<ReadPixels> | undefined

async function answer({ id, bytes }: PictureRequest): Promise<PictureResponse> {
  try {
    const read = await (reader ??= loadPictureReader())
    return { id, page: await read(Buffer.from(bytes)) }
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : 'unknown' }
  }
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined)
process.on('disconnect', () => process.exit())
process.on('message', (request: PictureRequest) => {
  void answer(request).then(response => process.send!(response))
})
