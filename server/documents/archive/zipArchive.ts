import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl'
import { DocumentError } from '../documentError'
import { IMPORT_LIMITS } from '../limits'

const damaged = (): DocumentError =>
  new DocumentError('unreadable', '文件已损坏，压缩包读不出来，请重新保存后再上传')

const bomb = (): DocumentError => new DocumentError('zip-bomb', '文件解压后异常巨大，已停止读取')

/** Returns the refusal for a library error; the library checks a part's bytes against its stated size. */
function refusalOf(error: unknown): DocumentError {
  if (error instanceof DocumentError) return error
  return /^too many bytes/.test((error as Error).message) ? bomb() : damaged()
}

const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replace(/^\//, '')

const END_OF_ZIP = 'PK\u0005\u0006'
const END_OF_ZIP_BYTES = 22

/** Removes trailing bytes, which the library refuses: some programs append zeros when they send a file. */
function withoutTail(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(END_OF_ZIP, undefined, 'latin1')
  if (end < 0 || end + END_OF_ZIP_BYTES > bytes.length) return bytes
  return bytes.subarray(0, end + END_OF_ZIP_BYTES + bytes.readUInt16LE(end + 20))
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > IMPORT_LIMITS.zipEntries) {
    throw new DocumentError('zip-bomb', '压缩包里的文件太多，不是正常的文档')
  }
  const entries = new Map<string, Entry>()
  let stated = 0
  for await (const entry of zip.eachEntry()) {
    entries.set(nameOf(entry), entry)
    stated += entry.uncompressedSize
  }
  if (stated > IMPORT_LIMITS.unpackedBytes) throw bomb()
  return entries
}

/** A zip file in memory; parts are unpacked one at a time and within the limits. */
export class ZipArchive {
  private unpackedSoFar = 0

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /**
   * Opens an archive.
   * @throws DocumentError `unreadable`, `zip-bomb`
   */
  static async open(bytes: Buffer): Promise<ZipArchive> {
    try {
      // `nameOf` decodes the names: an unusual name is no reason to refuse a document, since no part is written to
      // disk.
      const zip = await fromBufferPromise(withoutTail(bytes), { decodeStrings: false })
      return new ZipArchive(zip, await readEntries(zip))
    } catch (error) {
      throw refusalOf(error)
    }
  }

  names(): string[] {
    return [...this.entries.keys()]
  }

  /** Returns the unpacked size of the matching parts, as stated in the directory. */
  statedBytes(names: RegExp): number {
    return [...this.entries].reduce(
      (sum, [name, { uncompressedSize }]) => sum + (names.test(name) ? uncompressedSize : 0),
      0,
    )
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  private count(bytes: number): void {
    this.unpackedSoFar += bytes
    const { unpackedBytes, unpackedRatio, ratioFrom } = IMPORT_LIMITS
    const swollen = this.unpackedSoFar > ratioFrom && this.unpackedSoFar > unpackedRatio * this.zip.fileSize
    if (swollen || this.unpackedSoFar > unpackedBytes) throw bomb()
  }

  /**
   * Reads a part in chunks, of any size; yields nothing if it is missing.
   * @throws DocumentError
   */
  async *pieces(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name)
    if (!entry) return
    if (entry.isEncrypted()) {
      throw new DocumentError('password-protected', '文件设了密码，请去掉密码后再上传')
    }
    try {
      const stream = await this.zip.openReadStreamPromise(entry)
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.count(piece.length)
        yield piece
      }
    } catch (error) {
      throw refusalOf(error)
    }
  }

  /**
   * Reads a whole part; empty if it is missing.
   * @throws DocumentError
   */
  async bytes(name: string): Promise<Buffer> {
    const pieces: Buffer[] = []
    for await (const piece of this.pieces(name)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  /**
   * Reads the text of a small part; undefined if it is missing.
   * @throws DocumentError
   */
  async text(name: string): Promise<string | undefined> {
    return this.has(name) ? (await this.bytes(name)).toString('utf8') : undefined
  }
}
