import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

const BROTLI_QUALITY = 5
/** Below this size compression gains nothing. */
const WORTH_IT_BYTES = 1024
/** Memory of a cache entry in addition to its bytes. */
const OVERHEAD_BYTES = 512

export type Encoding = 'br' | 'gzip'

/** Text of a page before it is encoded. */
export interface PageText {
  type: string
  text: string
}

/** The bytes of one public page. */
export interface Page {
  /** Organisation whose stamp versions the page. */
  orgCode: string
  stamp: string
  etag: string
  /** Instant (ms) after which the page changes without any write to the store. */
  until: number
  /** Instant (ms) at which the page was last verified against the store. */
  seenAt: number
  /** The same moment by the machine's own clock (ms). */
  checkedAt: number
  /** `Content-Type`. */
  type: string
  plain: Buffer
  encoded: Partial<Record<Encoding, Buffer>>
}

const compressed = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: promisify(gzip) as (bytes: Buffer) => Promise<Buffer>,
}

/** Creates a page with its bytes in every encoding. */
export async function pageOf(
  given: Omit<Page, 'type' | 'plain' | 'encoded'>,
  { type, text }: PageText,
): Promise<Page> {
  const head = { ...given, type }
  const plain = Buffer.from(text)
  if (plain.length < WORTH_IT_BYTES) return { ...head, plain, encoded: {} }
  const [br, gz] = await Promise.all([compressed.br(plain), compressed.gzip(plain)])
  return { ...head, plain, encoded: { br, gzip: gz } }
}

const sizeOf = (address: string, { plain, encoded }: Page): number =>
  OVERHEAD_BYTES +
  2 * address.length +
  plain.length +
  Object.values(encoded).reduce((sum, bytes) => sum + bytes.length, 0)

/** Creates an LRU cache of pages by address, limited in bytes. */
export const createPageCache = (maxBytes: number): LRUCache<string, Page> =>
  new LRUCache({ maxSize: maxBytes, sizeCalculation: (page, address) => sizeOf(address, page) })
