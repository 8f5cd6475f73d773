import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { canonicalJson, sha256Hex } from '@shared/common/hash'
import type { WallForm } from '@shared/contract/reading/wall'
import type { Printer } from '@server/platform/worker/printer'
import { asPrinted } from './asPrinted'
import { articleHtml } from './article'
import { broadcastText } from './broadcast'
import { bulletin } from './bulletin'
import { posterPng } from './poster'
import type { WallNotice } from './types'
import { fileName, type Download } from '@server/platform/download'

interface Writer {
  what: string
  kind: string
  mime: string
  write: (wall: WallNotice, printer: Printer) => Promise<Buffer>
}

const onPaper =
  (size: 'A4' | 'A3'): Writer['write'] =>
  async (wall, printer) =>
    (await printer(bulletin(wall, size))).pdf

const WRITERS: Record<WallForm, Writer> = {
  a4: { what: '公示单A4', kind: 'pdf', mime: 'application/pdf', write: onPaper('A4') },
  a3: { what: '公示单A3', kind: 'pdf', mime: 'application/pdf', write: onPaper('A3') },
  poster: { what: '群海报', kind: 'png', mime: 'image/png', write: posterPng },
  article: {
    what: '公众号文章',
    kind: 'html',
    mime: 'text/html; charset=utf-8',
    write: async wall => Buffer.from(await articleHtml(wall), 'utf8'),
  },
  broadcast: {
    what: '广播稿',
    kind: 'txt',
    mime: 'text/plain; charset=utf-8',
    write: async ({ page }) => Buffer.from(broadcastText(page), 'utf8'),
  },
}

/** Number of cached sheets: making one takes a second, and a village mostly prints the newest. */
const MOST_KEPT = 24
const kept = new LRUCache<string, Promise<Buffer>>({ max: MOST_KEPT })

/** Returns the cached bytes of a sheet; its key is the content, so the same notice on the same day is made once. */
function made(wall: WallNotice, form: WallForm, printer: Printer): Promise<Buffer> {
  const key = sha256Hex(
    canonicalJson([form, { ...wall, code: wall.code && sha256Hex(wall.code.toString('base64')) }]),
  )
  const bytes = kept.get(key) ?? WRITERS[form].write(wall, printer)
  kept.set(key, bytes)
  bytes.catch(() => kept.delete(key))
  return bytes
}

/** Public: a notice for wall, chat group and loudspeaker, with no more content than its page. */
export async function presentWall(given: WallNotice, form: WallForm, printer: Printer): Promise<Download> {
  const wall = { ...given, page: asPrinted(given.page) }
  const { what, kind, mime } = WRITERS[form]
  const { notice } = wall.page
  const content = await made(wall, form, printer)
  return {
    name: fileName(`${notice.orgName}-${notice.title}-${what}`, kind),
    mime,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    content: [content],
  }
}
