import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { KEY_BYTES, SealBroken, keyMark, seal, unseal } from '../../../../server/platform/backup/seal'

const [KEY, SALT] = [randomBytes(KEY_BYTES), randomBytes(16)]
const SEGMENT = 64 * 1024
const SEALED_SEGMENT = SEGMENT + 16

async function all(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const found: Buffer[] = []
  for await (const piece of pieces) found.push(piece)
  return Buffer.concat(found)
}

/** In pieces that do not fit the segments. */
function inPieces(bytes: Buffer, size: number): AsyncIterable<Buffer> {
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return Readable.from(pieces)
}

const sealed = (bytes: Buffer, part = 'orgs') => all(seal(KEY, SALT, part, inPieces(bytes, 7_777)))
const opened = (bytes: Buffer, part = 'orgs', key = KEY) =>
  all(unseal(key, SALT, part, inPieces(bytes, 10_001)))

test.each([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT])(
  '%d bytes come out as they went in',
  async size => {
    const bytes = randomBytes(size)
    const closed = await sealed(bytes)
    expect(closed.length).toBe(size + 16 * Math.max(1, Math.ceil(size / SEGMENT)))
    expect((await opened(closed)).equals(bytes)).toBe(true)
  },
)

test('what was changed, cut off, swapped, doubled, left out or belongs elsewhere does not open', async () => {
  const bytes = randomBytes(3 * SEGMENT + 100)
  const closed = await sealed(bytes)
  const segment = (nth: number) => closed.subarray(nth * SEALED_SEGMENT, (nth + 1) * SEALED_SEGMENT)
  const flipped = (at: number) => {
    const copy = Buffer.from(closed)
    copy[at]! ^= 1
    return copy
  }
  const forged = [
    ...[0, SEALED_SEGMENT - 1, SEALED_SEGMENT, closed.length - 1].map(flipped),
    ...[0, 1, 15, SEALED_SEGMENT, 3 * SEALED_SEGMENT, closed.length - 1].map(end => closed.subarray(0, end)),
    Buffer.concat([segment(1), segment(0), segment(2), segment(3)]),
    Buffer.concat([segment(0), segment(0), segment(1), segment(2), segment(3)]),
    Buffer.concat([segment(0), segment(2), segment(3)]),
    Buffer.concat([closed, Buffer.from([0])]),
  ]
  for (const one of forged) await expect(opened(one)).rejects.toBeInstanceOf(SealBroken)
  await expect(opened(closed, 'users')).rejects.toBeInstanceOf(SealBroken)
  await expect(opened(closed, 'orgs', randomBytes(KEY_BYTES))).rejects.toBeInstanceOf(SealBroken)
})

test('the mark tells keys apart, and is another under another salt', () => {
  expect(keyMark(KEY, SALT)).toMatch(/^[0-9a-f]{16}$/)
  expect(keyMark(KEY, SALT)).not.toBe(keyMark(randomBytes(KEY_BYTES), SALT))
  expect(keyMark(KEY, SALT)).not.toBe(keyMark(KEY, randomBytes(16)))
})
