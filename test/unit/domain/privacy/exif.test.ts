import { readExif } from '../../../../server/documents/privacy/pictures/exif'
import { makeJpeg } from '../../../support/privacy/files'

/** A big-endian TIFF block with one entry in its main or in its EXIF directory. */
function block(tag: number, type: number, data: Buffer, inExif: boolean): Buffer {
  const directory = (entryTag: number, entryType: number, count: number, value: number) => {
    const bytes = Buffer.alloc(18)
    bytes.writeUInt16BE(1)
    bytes.writeUInt16BE(entryTag, 2)
    bytes.writeUInt16BE(entryType, 4)
    bytes.writeUInt32BE(count, 6)
    bytes.writeUInt32BE(value, 10)
    return bytes
  }
  const head = Buffer.from('4d4d002a00000008', 'hex')
  if (!inExif) return Buffer.concat([head, directory(tag, type, data.length, 26), data])
  return Buffer.concat([head, directory(0x8769, 4, 1, 26), directory(tag, type, data.length, 44), data])
}

const [BYTE, ASCII, UNDEFINED] = [1, 2, 7]

describe.each([false, true])('in the EXIF directory: %s', inExif => {
  test.each<[string, number, number, Buffer, string]>([
    ['XPAuthor', 0x9c9d, BYTE, Buffer.from('李秀英\0', 'utf16le'), '李秀英'],
    ['OwnerName', 0xa430, ASCII, Buffer.from('王五\0'), '王五'],
    ['SerialNumber', 0xa431, ASCII, Buffer.from('SN12345\0'), 'SN12345'],
    ['Copyright', 0x8298, ASCII, Buffer.from('张建国\0'), '张建国'],
    ['UserComment', 0x9286, UNDEFINED, Buffer.from('ASCII\0\0\0电话13812345678'), '电话13812345678'],
    ['UserComment', 0x9286, UNDEFINED, Buffer.from('\0\0\0\0\0\0\0\0电话'), '电话'],
  ])('%s', (tag, number, type, data, text) => {
    expect(readExif(block(number, type, data, inExif))).toEqual({ gps: null, texts: [{ tag, text }] })
  })
})

test('a block is found wherever it is in a file, and a cut one says only what is there', () => {
  const picture = makeJpeg('张建国', '电话13812345678')
  const elsewhere = Buffer.concat([Buffer.from('GIF89a, then some bytes'), picture])
  const texts = [
    { tag: 'ImageDescription', text: '电话13812345678' },
    { tag: 'Artist', text: '张建国' },
  ]
  expect(readExif(elsewhere)).toMatchObject({ gps: { latitude: expect.closeTo(34.3414, 3) }, texts })
  expect(readExif(picture.subarray(0, 150))).toEqual({ gps: null, texts })
  expect(readExif(picture.subarray(0, 60))).toEqual({ gps: null, texts: [] })
  expect(readExif(Buffer.from('no picture'))).toBeNull()
})
