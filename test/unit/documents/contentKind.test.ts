import sharp from 'sharp'
import { contentKindOf, isLocked } from '../../../server/documents/contentKind'
import { zipOf } from '../../support/catalogue/zipOf'
import { heic } from '../../support/files/pictures'

const canvas = () => sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
const bmp = () => Buffer.concat([Buffer.from('BM'), Buffer.from('3a00000000000000', 'hex'), Buffer.alloc(48)])

test.each<[string, () => Buffer | Promise<Buffer>]>([
  ['jpg', () => canvas().jpeg().toBuffer()],
  ['png', () => canvas().png().toBuffer()],
  ['webp', () => canvas().webp().toBuffer()],
  ['gif', () => canvas().gif().toBuffer()],
  ['tiff', () => canvas().tiff().toBuffer()],
  ['heif', () => canvas().avif().toBuffer()],
  ['heif', heic],
  ['bmp', bmp],
  ['pdf', () => Buffer.from('%PDF-1.7\n')],
  ['zip', () => zipOf({ a: 'b' })],
  ['zip', () => zipOf({})],
  ['ole', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
])('%s', async (kind, make) => expect(contentKindOf(await make())).toBe(kind))

test.each([
  '',
  'BM-05 宅基地用地申请，村里的小微权力',
  'PK 赛事项',
  'GIF 图',
  '序号,公开事项',
  'RIFF',
  '<html>',
])('text is of no kind: %j', text => expect(contentKindOf(Buffer.from(text))).toBeNull())

test('a file under a password is known by the name of its stream', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  expect(isLocked(ole)).toBe(false)
  expect(isLocked(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(true)
})
