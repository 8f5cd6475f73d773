import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { GALLERY_FONTS, buildGallery } from './build'

const FOLDER = path.resolve(__dirname, '../../../.cache/gallery')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
}

/** The file of an address; null where there is none. */
function fileOf(address: string): string | null {
  const name = path.basename(new URL(address, 'http://gallery').pathname) || 'index.html'
  const font = GALLERY_FONTS[path.basename(name, '.ttf') as keyof typeof GALLERY_FONTS]
  if (font !== undefined) return require.resolve(font)
  const file = path.join(FOLDER, name)
  return existsSync(file) ? file : null
}

export interface ServedGallery {
  url: string
  stop: () => void
}

/** Builds the gallery and serves it on this machine. */
export async function serveGallery(port = 0): Promise<ServedGallery> {
  await buildGallery(FOLDER)
  const server = createServer((request, answer) => {
    const file = fileOf(request.url ?? '/')
    if (file === null) return void answer.writeHead(404).end()
    answer.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
    answer.end(readFileSync(file))
  })
  await new Promise<void>(ready => server.listen(port, '127.0.0.1', ready))
  const { port: taken } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${taken}/`, stop: () => void server.close() }
}
