import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Download } from 'playwright-core'

/** The bytes of a file that the browser has saved; a browser of another process gives no path of its own. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mingbai-download-'))
  try {
    const file = path.join(folder, 'saved')
    await download.saveAs(file)
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
