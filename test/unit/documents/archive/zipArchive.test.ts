import { ZipArchive } from '../../../../server/documents/archive/zipArchive'
import { IMPORT_LIMITS } from '../../../../server/documents/limits'
import { zipOf } from '../../../support/catalogue/zipOf'

const code = (reason: Promise<unknown>) =>
  reason.then(
    () => 'read',
    ({ code: told }: { code: string }) => told,
  )
const CENTRAL = Buffer.from('PK\u0001\u0002', 'latin1')

/** A zip of one part whose directory entry was changed after it was packed. */
function changed(part: string, change: (bytes: Buffer, entry: number) => void): Buffer {
  const bytes = zipOf({ part })
  change(bytes, bytes.indexOf(CENTRAL))
  return bytes
}

test('parts are found by their names, however a program writes folders', async () => {
  const zip = await ZipArchive.open(zipOf({ '/xl/工作簿.xml': '甲', 'xl\\b.xml': '乙', '../c.xml': '丙' }))
  expect(zip.names()).toEqual(['xl/工作簿.xml', 'xl/b.xml', '../c.xml'])
  expect(await Promise.all(zip.names().map(name => zip.text(name)))).toEqual(['甲', '乙', '丙'])
  expect([await zip.text('none'), zip.has('none'), zip.statedBytes(/^xl/)]).toEqual([undefined, false, 6])
})

test('bytes that follow the end of an archive do not hinder reading it', async () => {
  const zip = await ZipArchive.open(Buffer.concat([zipOf({ part: 'abc' }), Buffer.alloc(500)]))
  expect(await zip.text('part')).toBe('abc')
})

test.each<[string, Buffer, string]>([
  [
    'a part under a password',
    changed('abc', (bytes, entry) => bytes.writeUInt16LE(0x801, entry + 8)),
    'password-protected',
  ],
  [
    'a part longer than it is said to be',
    changed('abc', (bytes, entry) => bytes.writeUInt32LE(1, entry + 24)),
    'zip-bomb',
  ],
  [
    'a part shorter than it is said to be',
    changed('abc', (bytes, entry) => bytes.writeUInt32LE(9, entry + 24)),
    'unreadable',
  ],
  [
    'an unknown compression',
    changed('abc', (bytes, entry) => bytes.writeUInt16LE(99, entry + 10)),
    'unreadable',
  ],
  [
    'a part that is not where the directory says',
    changed('abc', (bytes, entry) => bytes.writeUInt32LE(7, entry + 42)),
    'unreadable',
  ],
  [
    'an honest part of 200 times its packed size',
    zipOf({ part: ' '.repeat(IMPORT_LIMITS.ratioFrom + 100_000) }),
    'zip-bomb',
  ],
])('%s is not read', async (_what, bytes, expected) => {
  const zip = await ZipArchive.open(bytes)
  expect(await code(zip.text('part'))).toBe(expected)
})

test('no archive of too many parts, or of more than is unpacked, is opened', async () => {
  const names = Array.from({ length: IMPORT_LIMITS.zipEntries + 1 }, (_, at) => [`${at}`, ''])
  expect(await code(ZipArchive.open(zipOf(Object.fromEntries(names))))).toBe('zip-bomb')
  const huge = changed('abc', (bytes, entry) =>
    bytes.writeUInt32LE(IMPORT_LIMITS.unpackedBytes + 1, entry + 24),
  )
  expect(await code(ZipArchive.open(huge))).toBe('zip-bomb')
  expect(await code(ZipArchive.open(Buffer.from('PK\u0003\u0004 cut')))).toBe('unreadable')
})
