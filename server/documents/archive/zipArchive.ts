import type { Readable } from 'node:stream'
import { Readable as NodeReadable } from 'node:stream'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { DocumentError } from '../documentError'
import { IMPORT_LIMITS } from '../limits'

interface Entry {
  name: string
  method: number
  flags: number
  packed: number
  unpacked: number
  offset: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const STORED = 0
const DEFLATED = 8
const ENCRYPTED_FLAG = 1
const UTF8_FLAG = 0x800

const damaged = (): DocumentError =>
  new DocumentError('unreadable', '文件已损坏，压缩包读不出来，请重新保存后再上传')

function findEndOfDirectory(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff)
  for (let at = bytes.length - 22; at >= lowest; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  throw damaged()
}

function readEntry(bytes: Buffer, at: number): { entry: Entry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged()
  const nameLength = bytes.readUInt16LE(at + 28)
  const flags = bytes.readUInt16LE(at + 8)
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength)
  const entry: Entry = {
    name: nameBytes.toString(flags & UTF8_FLAG ? 'utf8' : 'latin1').replaceAll('\\', '/'),
    flags,
    method: bytes.readUInt16LE(at + 10),
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  return { entry, next: at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32) }
}

function readDirectory(bytes: Buffer): Entry[] {
  if (bytes.length < 22) throw damaged()
  const end = findEndOfDirectory(bytes)
  const count = bytes.readUInt16LE(end + 10)
  if (count > IMPORT_LIMITS.zipEntries) {
    throw new DocumentError('zip-bomb', '压缩包里的文件太多，不是正常的文档')
  }
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(bytes, at)
    entries.push(entry)
    at = next
  }
  return entries
}

const bomb = (): DocumentError => new DocumentError('zip-bomb', '文件解压后异常巨大，已停止读取')

/** A zip file in memory whose parts are unpacked one at a time, never past the limits. */
export class ZipArchive {
  private readonly entries: Map<string, Entry>
  private unpackedSoFar = 0

  /** @throws DocumentError `unreadable`, `zip-bomb` */
  constructor(private readonly bytes: Buffer) {
    const entries = readDirectory(bytes)
    this.entries = new Map(entries.map(entry => [entry.name.replace(/^\//, ''), entry]))
    const declared = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
    if (declared > IMPORT_LIMITS.unpackedBytes) throw bomb()
  }

  names(): string[] {
    return [...this.entries.keys()]
  }

  /** Bytes of the parts whose name fits, unpacked, as the directory states them. */
  statedBytes(names: RegExp): number {
    return [...this.entries.values()].reduce(
      (sum, { name, unpacked }) => sum + (names.test(name) ? unpacked : 0),
      0,
    )
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  private packedBytes(name: string): { entry: Entry; packed: Buffer } | undefined {
    const entry = this.entries.get(name)
    if (!entry) return undefined
    if (entry.flags & ENCRYPTED_FLAG) {
      throw new DocumentError('password-protected', '文件设了密码，请去掉密码后再上传')
    }
    const { offset } = entry
    if (offset + 30 > this.bytes.length || this.bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw damaged()
    const start = offset + 30 + this.bytes.readUInt16LE(offset + 26) + this.bytes.readUInt16LE(offset + 28)
    const end = start + entry.packed
    if (end > this.bytes.length || (entry.method !== STORED && entry.method !== DEFLATED)) throw damaged()
    return { entry, packed: this.bytes.subarray(start, end) }
  }

  private count(bytes: number): void {
    this.unpackedSoFar += bytes
    const { unpackedBytes, unpackedRatio, ratioFrom } = IMPORT_LIMITS
    const swollen = this.unpackedSoFar > ratioFrom && this.unpackedSoFar > unpackedRatio * this.bytes.length
    if (swollen || this.unpackedSoFar > unpackedBytes) throw bomb()
  }

  /** The whole text of a small part; undefined when it is not there. @throws DocumentError */
  text(name: string): string | undefined {
    const found = this.packedBytes(name)
    if (!found) return undefined
    const room = IMPORT_LIMITS.unpackedBytes - this.unpackedSoFar
    try {
      const plain =
        found.entry.method === STORED ? found.packed : inflateRawSync(found.packed, { maxOutputLength: room })
      this.count(plain.length)
      return plain.toString('utf8')
    } catch (error) {
      if (error instanceof DocumentError) throw error
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? bomb() : damaged()
    }
  }

  /** The part in pieces, for parts of any size; undefined when it is not there. @throws DocumentError */
  async *pieces(name: string): AsyncGenerator<Buffer> {
    const found = this.packedBytes(name)
    if (!found) return
    const source = NodeReadable.from([found.packed])
    const stream: Readable = found.entry.method === STORED ? source : source.pipe(createInflateRaw())
    try {
      for await (const piece of stream) {
        this.count((piece as Buffer).length)
        yield piece as Buffer
      }
    } catch (error) {
      throw error instanceof DocumentError ? error : damaged()
    } finally {
      stream.destroy()
    }
  }
}
