import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

const BROTLI_QUALITY = 5
/** Shorter than this nothing is won. */
const WORTH_IT_BYTES = 1024
/** What an entry costs beside its bytes. */
const OVERHEAD_BYTES = 512

export type Encoding = 'br' | 'gzip'

/** The bytes of one public page. */
export interface Page {
  /** Whose stamp it stands under. */
  orgCode: string
  stamp: string
  etag: string
  /** From this moment on it would look different without any change in the store. */
  until: number
  /** When the store was last known to agree with it. */
  seenAt: number
  plain: Buffer
  encoded: Partial<Record<Encoding, Buffer>>
}

const compressed = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: promisify(gzip) as (bytes: Buffer) => Promise<Buffer>,
}

/** A page with its bytes ready in every encoding. */
export async function pageOf(head: Omit<Page, 'plain' | 'encoded'>, body: string): Promise<Page> {
  const plain = Buffer.from(body)
  if (plain.length < WORTH_IT_BYTES) return { ...head, plain, encoded: {} }
  const [br, gz] = await Promise.all([compressed.br(plain), compressed.gzip(plain)])
  return { ...head, plain, encoded: { br, gzip: gz } }
}

const sizeOf = (address: string, { plain, encoded }: Page): number =>
  OVERHEAD_BYTES +
  2 * address.length +
  plain.length +
  Object.values(encoded).reduce((sum, bytes) => sum + bytes.length, 0)

/** Pages by address, at most so many bytes: the least recently used goes first. */
export const createPageCache = (maxBytes: number): LRUCache<string, Page> =>
  new LRUCache({ maxSize: maxBytes, sizeCalculation: (page, address) => sizeOf(address, page) })
