import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'

/**
 * Seals a stream: AES-256-GCM over segments of 64 KB, each bound to its number and to whether it is the last (STREAM,
 * as in age). A changed, moved, missing or truncated segment is refused before any of its bytes is output. Each part
 * has its own key, so a nonce is never reused under one key.
 */
const CIPHER = 'aes-256-gcm'
const SEGMENT = 64 * 1024
const TAG = 16
export const KEY_BYTES = 32

/** Thrown when a part does not open: changed, truncated, or from another backup. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

const derived = (key: Buffer, salt: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `mingbai-backup-1 ${use}`, KEY_BYTES))

/** Returns the authentication code of a text under the key. */
export const macOf = (key: Buffer, salt: Buffer, text: string): string =>
  createHmac('sha256', derived(key, salt, 'mac'))
    .update(text)
    .digest('hex')

/** Returns a fingerprint that identifies the key of a backup and reveals nothing else about it. */
export const keyMark = (key: Buffer, salt: Buffer): string => derived(key, salt, 'mark').toString('hex', 0, 8)

/** Builds the nonce: eleven bytes of segment number and one byte that marks the last segment. */
function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Splits the bytes into segments of exactly `size`, each with whether it is the last; yields at least one. */
async function* segmentsOf(pieces: AsyncIterable<Buffer>, size: number) {
  let held: Buffer[] = []
  let length = 0
  for await (const piece of pieces) {
    held.push(piece)
    length += piece.length
    if (length <= size) continue
    const bytes = Buffer.concat(held)
    let at = 0
    for (; length - at > size; at += size) yield { bytes: bytes.subarray(at, at + size), last: false }
    held = [bytes.subarray(at)]
    length -= at
  }
  yield { bytes: Buffer.concat(held), last: true }
}

interface Part {
  key: Buffer
  salt: Buffer
  part: string
  pieces: AsyncIterable<Buffer>
}

/** Encrypts or decrypts each segment with the part's key and the segment's nonce. */
async function* bySegment(
  { key, salt, part, pieces }: Part,
  size: number,
  turn: (own: Buffer, nonce: Buffer, bytes: Buffer) => Buffer,
): AsyncGenerator<Buffer> {
  const own = derived(key, salt, `part ${part}`)
  let number = 0
  for await (const { bytes, last } of segmentsOf(pieces, size)) {
    yield turn(own, nonceOf(number, last), bytes)
    number += 1
  }
}

export const seal = (
  key: Buffer,
  salt: Buffer,
  part: string,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> => bySegment({ key, salt, part, pieces }, SEGMENT, sealed)

/**
 * Opens a sealed stream.
 * @throws SealBroken
 */
export const unseal = (
  key: Buffer,
  salt: Buffer,
  part: string,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> => bySegment({ key, salt, part, pieces }, SEGMENT + TAG, opened)

function sealed(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce)
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function opened(key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  if (bytes.length < TAG) throw new SealBroken()
  const decipher = createDecipheriv(CIPHER, key, nonce)
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()])
  } catch (cause) {
    throw new SealBroken('the segment does not open', { cause })
  }
}
